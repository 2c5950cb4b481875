package io.gradus.kernels;

/// A function of two numbers, applied to pairs of elements by [Kernels#zip].
///
/// The gradients are one kernel each because training spends its time there; the operations are
/// those of the formula, one after the other, none fused.
public enum BinaryFunction {
  /// `x + y`.
  ADD,
  /// `x - y`.
  SUBTRACT,
  /// `x * y`.
  MULTIPLY,
  /// `x / y`.
  DIVIDE,
  /// The larger; NaN where either is.
  MAXIMUM,
  /// The smaller; NaN where either is.
  MINIMUM,
  /// `dy * (1 - y * y)` of `(dy, y)`.
  TANH_GRADIENT,
  /// `dy * (y * (1 - y))` of `(dy, y)`.
  SIGMOID_GRADIENT,
  /// `dy` where `x > 0`, else 0, of `(dy, x)`.
  RELU_GRADIENT
}
