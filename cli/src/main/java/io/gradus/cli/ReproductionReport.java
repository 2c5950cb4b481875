package io.gradus.cli;

import io.gradus.experiments.compare.Reproduction;
import io.gradus.experiments.compare.Reproduction.Verdict;
import io.gradus.experiments.compare.SeriesDifference;
import io.gradus.experiments.compare.TensorDifference;
import io.gradus.experiments.run.Result;
import io.gradus.experiments.run.RunReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Says how a run was reproduced: to a person, or as JSON.
///
/// @param now the repetition, whose folder is no more
/// @param within how far numbers may differ
record ReproductionReport(Path run, RunReport now, double within, Reproduction found) {
  private static final String DIGEST = "digest";

  Verdict verdict() {
    return found.verdict(within);
  }

  int code() {
    return switch (verdict()) {
      case SAME -> 0;
      case WITHIN -> Failures.WITHIN;
      case DIFFERENT -> Failures.DIFFERENT;
    };
  }

  String text() {
    var out = new StringBuilder(headline()).append('\n');
    out.append(summary().text());
    found.unchecked().forEach(each -> out.append("  ").append(each).append('\n'));
    out.append(
        Differences.table(
            "result",
            "then",
            "now",
            found.results().stream().filter(each -> !each.what().equals(DIGEST)).toList()));
    out.append(Differences.metrics("then", "now", differingSeries()));
    out.append(Differences.tensors("then", "now", differingTensors()));
    out.append(Differences.table("in the checkpoint", "then", "now", found.notes()));
    out.append(Differences.table("samples", "then", "now", found.samples()));
    out.append(Differences.table("made with", "then", "now", found.surroundings()));
    return out.toString();
  }

  private String headline() {
    return switch (verdict()) {
      case SAME -> "same bits: " + run;
      case WITHIN -> "not the same bits, but within %s: %s".formatted(within, run);
      case DIFFERENT -> "DIFFERENT: " + run;
    };
  }

  private Table summary() {
    var table = new Table();
    found.results().stream()
        .filter(each -> each.what().equals(DIGEST))
        .findFirst()
        .ifPresentOrElse(
            each ->
                table
                    .row("digest then", each.left().orElse(""))
                    .row("digest now", each.right().orElse("")),
            () -> table.row(DIGEST, now.result().digest()));
    if (!now.result().status().equals(Result.COMPLETE)) {
      table.row(
          "status", "%s after step %d".formatted(now.result().status(), now.result().steps()));
    }
    table.row("metrics", counted(numbers(), "numbers", differingNumbers()));
    if (!found.tensors().isEmpty()) {
      table.row("tensors", counted(elements(), "numbers", differingElements()) + unlike());
    }
    if (!now.samples().isEmpty()) {
      table.row("samples", counted(now.samples().size(), "texts", found.samples().size()));
    }
    return table;
  }

  private static String counted(long all, String things, long differing) {
    return differing == 0
        ? String.format(Locale.ROOT, "%,d %s, all the same", all, things)
        : String.format(Locale.ROOT, "%,d %s, %,d of them not the same", all, things, differing);
  }

  private String unlike() {
    long unlike =
        found.tensors().stream().filter(each -> !each.left().equals(each.right())).count();
    return unlike == 0 ? "" : ", and %d tensors in one only or of two shapes".formatted(unlike);
  }

  private long numbers() {
    return found.metrics().stream().mapToLong(SeriesDifference::steps).sum();
  }

  private long differingNumbers() {
    return found.metrics().stream()
        .mapToLong(each -> each.differing() + each.steps() - each.shared())
        .sum();
  }

  private long elements() {
    return found.tensors().stream().mapToLong(TensorDifference::elements).sum();
  }

  private long differingElements() {
    return found.tensors().stream().mapToLong(TensorDifference::differing).sum();
  }

  private List<SeriesDifference> differingSeries() {
    return found.metrics().stream().filter(each -> !each.same()).toList();
  }

  private List<TensorDifference> differingTensors() {
    return found.tensors().stream().filter(each -> !each.same()).toList();
  }

  /// What differs, in full; `left` is what it was, `right` what it is.
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run.toString());
    json.put("verdict", verdict().name().toLowerCase(Locale.ROOT));
    json.put("within", within);
    json.put("status", now.result().status());
    json.put(DIGEST, now.result().digest());
    json.put("metric_numbers", numbers());
    json.put("tensor_numbers", elements());
    json.put("results", found.results());
    json.put("metrics", differingSeries());
    json.put("tensors", differingTensors());
    json.put("checkpoint", found.notes());
    json.put("samples", found.samples());
    json.put("unchecked", found.unchecked());
    json.put("surroundings", found.surroundings());
    return json;
  }
}
