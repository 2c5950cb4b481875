package io.gradus.experiments.insight;

import java.util.List;
import java.util.Optional;

/// How the numbers of one parameter moved from snapshot to snapshot.
///
/// @param size how many numbers it has
/// @param leftOut how often a number was NaN or infinite
/// @param moments all of its numbers together, at each snapshot
/// @param turns of all pairs of consecutive changes of a number, the share with opposite signs: 0
///   for numbers that go one way, near 1 for those that oscillate; empty with fewer than three
///   snapshots
/// @param jump the largest change of a number between two snapshots
/// @param traces some numbers, evenly chosen
public record ParameterHistory(
    String name,
    int size,
    int leftOut,
    List<Moment> moments,
    Optional<Double> turns,
    Optional<Jump> jump,
    List<Trace> traces) {
  public ParameterHistory {
    moments = List.copyOf(moments);
    traces = List.copyOf(traces);
  }

  /// All numbers at one snapshot; 0 where none is finite.
  ///
  /// @param norm `√Σ w²`
  /// @param deviation `√(Σ (w - mean)² / n)`
  public record Moment(
      int step, double norm, double mean, double deviation, double least, double most) {
    static Moment of(int step, double... finite) {
      double sum = 0;
      double squares = 0;
      double least = finite.length == 0 ? 0 : finite[0];
      double most = least;
      for (double number : finite) {
        sum += number;
        squares += number * number;
        least = Math.min(least, number);
        most = Math.max(most, number);
      }
      double mean = finite.length == 0 ? 0 : sum / finite.length;
      double away = 0;
      for (double number : finite) {
        away += (number - mean) * (number - mean);
      }
      double deviation = finite.length == 0 ? 0 : Math.sqrt(away / finite.length);
      return new Moment(step, Math.sqrt(squares), mean, deviation, least, most);
    }
  }

  /// A change of one number.
  ///
  /// @param entry such as `layers.0.weight[3, 1]`
  /// @param size how far, with its sign
  public record Jump(int from, int to, String entry, double size) {}

  /// One number at every snapshot.
  public record Trace(String entry, double[] numbers) {}
}
