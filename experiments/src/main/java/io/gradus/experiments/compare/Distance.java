package io.gradus.experiments.compare;

import java.util.Optional;

/// How far two numbers are from each other.
///
/// @param ulps how many steps from one number of the type to the next lie between; a zero and the
///   other zero are one apart; empty where just one is NaN
/// @param absolute |a - b|; infinite where one is no number and the other is
/// @param relative |a - b| / max(|a|, |b|); infinite where one is not finite
public record Distance(Optional<Long> ulps, double absolute, double relative) {
  private static final Distance NONE = new Distance(Optional.of(0L), 0, 0);
  private static final Distance NEVER =
      new Distance(Optional.empty(), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

  /// Between two doubles.
  public static Distance between(double a, double b) {
    return same(a, b) || Double.isNaN(a) || Double.isNaN(b)
        ? ofNothing(a, b)
        : of(ordered(Double.doubleToLongBits(a)), ordered(Double.doubleToLongBits(b)), a, b);
  }

  /// Between two floats, in steps of floats.
  public static Distance between(float a, float b) {
    return same(a, b) || Float.isNaN(a) || Float.isNaN(b)
        ? ofNothing(a, b)
        : of(ordered(Float.floatToIntBits(a)), ordered(Float.floatToIntBits(b)), a, b);
  }

  /// Whether two numbers have the same bits; all NaN are one.
  public static boolean same(double a, double b) {
    return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
  }

  private static Distance ofNothing(double a, double b) {
    return same(a, b) ? NONE : NEVER;
  }

  private static Distance of(long orderA, long orderB, double a, double b) {
    double absolute = Math.abs(a - b);
    double largest = Math.max(Math.abs(a), Math.abs(b));
    boolean finite = Double.isFinite(largest);
    double relative = !finite ? Double.POSITIVE_INFINITY : largest == 0 ? 0 : absolute / largest;
    return new Distance(Optional.of(apart(orderA, orderB)), absolute, relative);
  }

  /// At most `Long.MAX_VALUE`, for numbers of different signs at both ends.
  private static long apart(long a, long b) {
    long apart = Math.max(a, b) - Math.min(a, b);
    return apart < 0 ? Long.MAX_VALUE : apart;
  }

  /// The place of a number among all of its type, the zeros side by side.
  private static long ordered(long bits) {
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }

  private static long ordered(int bits) {
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }
}
