package io.gradus.experiments.run;

import io.gradus.experiments.Experiment;
import io.gradus.graph.Graph;
import io.gradus.nn.ArraySlice;
import io.gradus.nn.Slice;
import io.gradus.nn.scalar.ScalarParameters;
import io.gradus.scalar.Expression;
import io.gradus.scalar.ScalarGraph;
import io.gradus.scalar.Value;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One computation with its backward pass.
final class TracedRun {
  private final Experiment.Traced experiment;
  private final RunFiles files;
  private final RunListener listener;

  TracedRun(Experiment.Traced experiment, RunFiles files, RunListener listener) {
    this.experiment = experiment;
    this.files = files;
    this.listener = listener;
  }

  /// Records `value/<name>` and `gradient/<name>` of every value that has a name; the result
  /// without one is `result`. Both belong to the digest, beside the leaves.
  RunReport run() {
    Expression.Evaluated traced = experiment.model().trace();
    if (traced.result().name().isEmpty()) {
      traced.result().named(freeName(traced.named().keySet()));
    }
    traced.result().backward();
    Graph graph = ScalarGraph.of(traced.result());
    List<Slice> leaves = ScalarParameters.leaves(traced.result());
    files.begin(List.of());
    listener.started(files.target(), 1, leaves.size(), 0);
    var metrics = new Metrics();
    try (MetricsLog log = MetricsLog.open(files.folder(), 0, metrics::add)) {
      for (Value value : ScalarGraph.topologicalOrder(traced.result())) {
        if (!value.name().isEmpty()) {
          record("value/" + value.name(), value.data(), metrics, log);
          record("gradient/" + value.name(), value.grad(), metrics, log);
        }
      }
    } catch (IOException e) {
      throw RunDirectory.cannotWrite(files.folder().resolve(MetricsLog.FILE), e);
    }
    files.write("graph.json", Json.pretty(graph));
    List<Slice> numbers =
        metrics.last().entrySet().stream()
            .map(each -> number(each.getKey(), each.getValue()))
            .toList();
    return files.end(
        Result.COMPLETE,
        1,
        metrics,
        leaves,
        numbers,
        List.of(),
        Optional.empty(),
        Optional.of(graph));
  }

  /// `result`, or, where the expression itself has that name, `result_`.
  private static String freeName(Set<String> taken) {
    String name = "result";
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }

  private static Slice number(String name, double value) {
    return new ArraySlice(name, new int[] {}, new double[] {value});
  }

  private static void record(String name, double value, Metrics metrics, MetricsLog log)
      throws IOException {
    var point = new Metrics.Point(1, name, value);
    metrics.add(point);
    log.write(point);
  }
}
