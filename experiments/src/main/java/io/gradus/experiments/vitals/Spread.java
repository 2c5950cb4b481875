package io.gradus.experiments.vitals;

/// Where numbers lie.
///
/// @param deviation with n-1 in the denominator; NaN for one number alone
public record Spread(double mean, double deviation) {
  /// Whether all of them are 0.
  public boolean isZero() {
    return mean == 0 && !(deviation > 0);
  }
}
