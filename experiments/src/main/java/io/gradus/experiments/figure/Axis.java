package io.gradus.experiments.figure;

/// What is counted along an axis, and how.
///
/// @param logarithmic whether equal distances are equal factors; what is not above 0 is left out
public record Axis(String label, boolean logarithmic) {
  /// Equal distances are equal differences.
  public static Axis linear(String label) {
    return new Axis(label, false);
  }

  /// Equal distances are equal factors.
  public static Axis log10(String label) {
    return new Axis(label, true);
  }
}
