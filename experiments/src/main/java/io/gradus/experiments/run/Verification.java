package io.gradus.experiments.run;

import io.gradus.experiments.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A run held against what its experiment must show.
public final class Verification {
  private Verification() {}

  /// One expectation.
  ///
  /// @param what what was expected, in words
  /// @param holds whether it was so
  /// @param found what was there instead, or how far off it was
  public record Check(String what, boolean holds, String found) {}

  /// A check for each expectation, in the order of the file.
  public static List<Check> of(List<Expectation> expected, RunReport run) {
    return expected.stream().map(expectation -> check(expectation, run)).toList();
  }

  private static Check check(Expectation expectation, RunReport run) {
    return switch (expectation) {
      case Expectation.Metric(var metric, var step, var value, var within) ->
          series(metric, step, List.of(value), within, run);
      case Expectation.Series(var metric, var from, var values, var within) ->
          series(metric, from, values, within, run);
      case Expectation.Samples(var samples) -> samples(samples, run.samples());
      case Expectation.Parameters(var count) ->
          new Check(
              count + " parameters",
              run.result().parameters() == count,
              Long.toString(run.result().parameters()));
    };
  }

  private static Check series(
      String metric, int from, List<Double> values, double within, RunReport run) {
    int last = from + values.size() - 1;
    String steps = values.size() == 1 ? "step " + from : "steps " + from + " to " + last;
    String what =
        values.size() == 1
            ? "%s %s at %s within %s".formatted(metric, values.getFirst(), steps, within)
            : "%s at %s within %s".formatted(metric, steps, within);
    double furthest = 0;
    for (int i = 0; i < values.size(); i++) {
      Optional<Double> found = run.metrics().at(metric, from + i);
      if (found.isEmpty()) {
        String names = String.join(", ", run.metrics().names());
        return new Check(what, false, "none at step %d; there are %s".formatted(from + i, names));
      }
      double off = Math.abs(found.get() - values.get(i));
      if (!(off <= within)) {
        return new Check(
            what, false, "%s at step %d, off by %s".formatted(found.get(), from + i, off));
      }
      furthest = Math.max(furthest, off);
    }
    return new Check(what, true, "furthest off " + furthest);
  }

  private static Check samples(List<String> expected, List<String> found) {
    String what = "samples " + String.join(" ", expected);
    List<String> first = found.subList(0, Math.min(expected.size(), found.size()));
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < expected.size() && wrong.isEmpty(); i++) {
      if (i >= first.size() || !first.get(i).equals(expected.get(i))) {
        wrong.add(
            i >= first.size()
                ? "only " + first.size()
                : "sample %d is '%s'".formatted(i + 1, first.get(i)));
      }
    }
    return new Check(what, wrong.isEmpty(), wrong.isEmpty() ? "equal" : wrong.getFirst());
  }
}
