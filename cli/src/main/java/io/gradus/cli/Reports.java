package io.gradus.cli;

import io.gradus.experiments.run.Json;
import io.gradus.experiments.run.Result;
import io.gradus.experiments.run.RunReport;
import io.gradus.graph.TreeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says how a run ended: to a person, or as JSON.
final class Reports {
  private static final String SAMPLES = "samples/";

  private Reports() {}

  /// Prints the report; the exit code is 0 for a complete run, 1 for another.
  static int print(String title, RunReport run, OutputOptions options, Console console) {
    if (options.json()) {
      console.out().println(Json.line(json(title, run)));
    } else if (options.quiet()) {
      console.out().println(run.folder());
    } else {
      console.out().print(text(run));
    }
    Result result = run.result();
    switch (result.status()) {
      case Result.INTERRUPTED -> {
        String next =
            run.earlier().isPresent()
                ? "the run that was there before is kept in " + run.folder()
                : "go on with: gradus resume " + run.folder();
        console.err().println("\ninterrupted after step %d; %s".formatted(result.steps(), next));
      }
      case Result.DIVERGED ->
          console
              .err()
              .println(
                  """
                  gradus: diverged at step %d: %s
                  A smaller learning rate may help. The last good state is in checkpoint.safetensors.\
                  """
                      .formatted(result.steps(), result.reason()));
      default -> {
        // nothing to add
      }
    }
    return result.status().equals(Result.COMPLETE) ? 0 : Failures.FAILED;
  }

  private static String text(RunReport run) {
    var out = new StringBuilder();
    run.graph().ifPresent(graph -> out.append(TreeText.of(graph)).append('\n'));
    run.samples().forEach(sample -> out.append("  ").append(sample).append('\n'));
    if (run.graph().isEmpty()) {
      origins(run.result().metrics()).ifPresent(line -> out.append(line).append('\n'));
      run.result().metrics().entrySet().stream()
          .filter(metric -> !metric.getKey().startsWith(SAMPLES))
          .forEach(metric ->
              out.append(metric.getKey()).append(' ').append(metric.getValue()).append('\n'));
    }
    out.append("run     ").append(run.folder()).append('\n');
    out.append("digest  ").append(run.result().digest()).append('\n');
    if (run.result().status().equals(Result.COMPLETE) && !run.result().reason().isEmpty()) {
      out.append(run.result().reason()).append('\n');
    }
    boolean whole = !run.result().status().equals(Result.INTERRUPTED);
    run.earlier()
        .filter(_ -> whole) // the bits of a part say nothing about those of the whole
        .ifPresent(earlier -> out.append(repetition(run, earlier)).append('\n'));
    return out.toString();
  }

  /// `samples: 5 in train, 15 new`, in the order of the parts.
  private static Optional<String> origins(Map<String, Double> metrics) {
    List<String> counts = new ArrayList<>();
    for (String where : List.of("in-train", "in-validation", "in-test", "new")) {
      Double count = metrics.get(SAMPLES + where);
      if (count != null) {
        counts.add(Math.round(count) + " " + where.replace('-', ' '));
      }
    }
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of("samples: " + String.join(", ", counts));
  }

  private static String repetition(RunReport run, Result earlier) {
    return earlier.digest().equals(run.result().digest())
        ? "The same run was here before: same bits."
        : "The same run was here before with OTHER bits: " + earlier.digest();
  }

  private static Map<String, Object> json(String title, RunReport run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("experiment", title);
    json.put("run", run.folder().toString());
    json.put("status", run.result().status());
    json.put("steps", run.result().steps());
    json.put("metrics", run.result().metrics());
    json.put("parameters", run.result().parameters());
    json.put("digest", run.result().digest());
    json.put("reason", run.result().reason());
    json.put("samples", run.samples());
    run.earlier().ifPresent(earlier -> json.put("digest_before", earlier.digest()));
    return json;
  }
}
