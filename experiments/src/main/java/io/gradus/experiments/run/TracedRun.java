package io.gradus.experiments.run;

import io.gradus.experiments.Experiment;
import io.gradus.graph.Graph;
import io.gradus.nn.Slice;
import io.gradus.nn.scalar.ScalarParameters;
import io.gradus.scalar.Expression;
import io.gradus.scalar.ScalarGraph;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

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
  /// without one is `result`.
  RunReport run() {
    Expression.Evaluated traced = experiment.model().trace();
    if (traced.result().name().isEmpty()) {
      traced.result().named("result");
    }
    traced.result().backward();
    Graph graph = ScalarGraph.of(traced.result());
    List<Slice> leaves = ScalarParameters.leaves(traced.result());
    files.begin(List.of());
    listener.started(files.target(), 1, leaves.size(), 0);
    var metrics = new Metrics();
    try (MetricsLog log = MetricsLog.open(files.folder(), 0, metrics::add)) {
      for (Graph.Node node : graph.nodes()) {
        if (!node.name().isEmpty()) {
          record(new Metrics.Point(1, "value/" + node.name(), node.data()), metrics, log);
          record(new Metrics.Point(1, "gradient/" + node.name(), node.gradient()), metrics, log);
        }
      }
    } catch (IOException e) {
      throw RunDirectory.cannotWrite(files.folder().resolve(MetricsLog.FILE), e);
    }
    files.write("graph.json", Json.pretty(graph));
    return files.end(Result.COMPLETE, 1, metrics, leaves, List.of(), Optional.of(graph));
  }

  private static void record(Metrics.Point point, Metrics metrics, MetricsLog log)
      throws IOException {
    metrics.add(point);
    log.write(point);
  }
}
