package io.gradus.experiments.figure;

/// From the lowest of some numbers to the highest.
public record Extent(double low, double high) {
  static final Extent NONE = new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  boolean isEmpty() {
    return low > high;
  }

  /// Those that have a place on an axis.
  static Extent of(Axis axis, double... numbers) {
    Extent extent = NONE;
    for (double number : numbers) {
      if (hasPlace(axis, number)) {
        extent = extent.and(new Extent(number, number));
      }
    }
    return extent;
  }

  static boolean hasPlace(Axis axis, double number) {
    return Double.isFinite(number) && (!axis.logarithmic() || number > 0);
  }

  Extent and(Extent other) {
    return new Extent(Math.min(low, other.low), Math.max(high, other.high));
  }
}
