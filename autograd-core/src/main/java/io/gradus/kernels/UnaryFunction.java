package io.gradus.kernels;

/// A function of one number, applied to every element by [Kernels#map].
///
/// For floats, every function is a fixed sequence of IEEE operations (see [FloatMath]), so that a
/// vector kernel can repeat it; for doubles it is `StrictMath`'s (or [DoubleMath]'s).
public enum UnaryFunction {
  /// `-x`.
  NEGATE,
  /// `|x|`.
  ABSOLUTE,
  /// -1, 0 or 1; the sign of zero and NaN are kept.
  SIGN,
  /// `eˣ`.
  EXP,
  /// `eˣ - 1`, exact near 0.
  EXPM1,
  /// `ln x`.
  LOG,
  /// `ln (1 + x)`, exact near 0.
  LOG1P,
  /// `√x`.
  SQRT,
  /// `1 / x`.
  RECIPROCAL,
  /// `tanh x`.
  TANH,
  /// `1 / (1 + e⁻ˣ)`.
  SIGMOID,
  /// 0 where `x < 0`, else `x`; NaN and the sign of zero are kept.
  RELU,
  /// The error function, `2/√π ∫₀ˣ e^(-t²) dt`.
  ERF,
  /// `sin x`.
  SIN,
  /// `cos x`.
  COS
}
