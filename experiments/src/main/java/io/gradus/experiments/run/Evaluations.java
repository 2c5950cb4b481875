package io.gradus.experiments.run;

import io.gradus.data.Dataset;
import io.gradus.data.Split;
import io.gradus.experiments.Evaluation;
import io.gradus.nn.Outcome;
import io.gradus.nn.TrainedModel;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/// Asks a model for its loss on whole parts of the data, and remembers when it was best.
final class Evaluations {
  private static final String LOSS = "loss";

  private final Optional<Evaluation> plan;
  private final TrainedModel model;
  private final Split.Parts parts;
  private final MetricsRecord record;
  private final RunListener listener;

  Evaluations(
      Optional<Evaluation> plan,
      TrainedModel model,
      Split.Parts parts,
      MetricsRecord record,
      RunListener listener) {
    this.plan = plan;
    this.model = model;
    this.parts = parts;
    this.record = record;
    this.listener = listener;
  }

  /// Refuses a plan that the data do not allow.
  static void requirePossible(Optional<Evaluation> plan, Split.Parts parts) {
    if (plan.flatMap(Evaluation::every).isPresent() && watched(plan, parts).isEmpty()) {
      String use =
          switch (part(plan)) {
            case VALIDATION -> "to validate with";
            case TEST -> "to test with";
          };
      throw new SetupException(
          "evaluate.every: nothing is held back %s; say how much, such as split: {train: 0.8,"
                  .formatted(use)
              + " validation: 0.1}");
    }
  }

  private static Optional<Dataset> watched(Optional<Evaluation> plan, Split.Parts parts) {
    return switch (part(plan)) {
      case VALIDATION -> parts.validation();
      case TEST -> parts.test();
    };
  }

  private static Evaluation.Part part(Optional<Evaluation> plan) {
    return plan.map(Evaluation::part).orElse(Evaluation.Part.VALIDATION);
  }

  private static String name(Optional<Evaluation> plan) {
    return part(plan).name().toLowerCase(Locale.ROOT);
  }

  /// What an early stop and the best checkpoint go by, such as `validation/loss`.
  private String metric() {
    return name(plan) + "/" + LOSS;
  }

  /// Whether what is watched was looked at after this step.
  boolean looked(int step) {
    return record.has(metric(), step);
  }

  /// Evaluates what is watched, where the plan says so after this step.
  void after(int step) {
    if (plan.flatMap(Evaluation::every).filter(every -> step % every == 0).isPresent()) {
      watched(plan, parts).ifPresent(part -> evaluate(step, name(plan), LOSS, part));
    }
  }

  /// Evaluates every part, where the plan says so.
  void atTheEnd(int step) {
    if (plan.filter(Evaluation::final_).isPresent()) {
      evaluate(step, "train", "full-loss", parts.train());
      parts.validation().ifPresent(part -> evaluate(step, "validation", LOSS, part));
      parts.test().ifPresent(part -> evaluate(step, "test", LOSS, part));
    }
  }

  private void evaluate(int step, String part, String loss, Dataset data) {
    if (record.has(part + "/" + loss, step)) {
      return; // from before an interruption, or just now
    }
    Outcome outcome = model.evaluate(data);
    record.add(step, part, loss, outcome);
    listener.evaluated(step, part, outcome);
  }

  /// The step with the lowest loss of what is watched so far.
  Optional<Integer> best() {
    Optional<Integer> best = Optional.empty();
    double lowest = Double.POSITIVE_INFINITY;
    for (var point : record.metrics().series(metric()).entrySet()) {
      if (point.getValue() < lowest) {
        lowest = point.getValue();
        best = Optional.of(point.getKey());
      }
    }
    return best;
  }

  /// Why to stop early, where patience has run out.
  Optional<String> exhausted() {
    SortedMap<Integer, Double> losses = record.metrics().series(metric());
    Optional<Integer> patience = plan.flatMap(Evaluation::patience);
    if (patience.isEmpty() || losses.isEmpty()) {
      return Optional.empty();
    }
    int best = best().orElse(0);
    int since = losses.tailMap(best + 1).size();
    return since < patience.get()
        ? Optional.empty()
        : Optional.of(
            "stopped early: %s was lowest after step %d, %d evaluations ago"
                .formatted(metric(), best, since));
  }
}
