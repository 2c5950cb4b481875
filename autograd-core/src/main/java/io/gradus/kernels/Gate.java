package io.gradus.kernels;

/// A function `x · s(x)` whose share `s` rises from 0 to 1, applied by [Kernels#gate].
public enum Gate {
  /// `s = (1 + erf(x √½)) / 2`, the normal distribution's share below `x` (Hendrycks & Gimpel
  /// 2016).
  GELU,
  /// `s = (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2`, an approximation of it.
  GELU_TANH,
  /// `s = 1 / (1 + e⁻ˣ)` (Hendrycks & Gimpel 2016; Elfwing et al. 2017).
  SILU;

  /// `√½`, by which [#GELU] shrinks `x`.
  public static final double SHRINKING = Math.sqrt(0.5);

  /// `1 / √(2π)`, the normal distribution's density at 0.
  public static final double DENSITY = 1 / Math.sqrt(2 * Math.PI);

  /// The share of the cube in [#GELU_TANH].
  public static final double CUBE = 0.044715;

  /// `√(2/π)`, the slope at 0 of what [#GELU_TANH] takes the tangent of.
  public static final double STEEPNESS = Math.sqrt(2 / Math.PI);
}
