package io.gradus.experiments.search;

import java.util.List;
import java.util.Optional;

/// The loss at each of a row of growing rates.
///
/// @param points in the order of the steps
/// @param stopped the rate at which the loss exploded, where it did
public record RateCurve(List<Point> points, Optional<Double> stopped) {
  /// One step.
  ///
  /// @param loss before the update of this rate
  public record Point(double rate, double loss) {
    /// log₁₀ of the rate.
    public double exponent() {
      return StrictMath.log10(rate);
    }
  }

  public RateCurve {
    points = List.copyOf(points);
  }
}
