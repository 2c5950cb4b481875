package io.gradus.nn.scalar;

import io.gradus.scalar.Value;

/// What a neuron does with its sum.
public enum Activation {
  /// `max(0, x)`.
  RELU,
  /// The hyperbolic tangent.
  TANH,
  /// `1 / (1 + e⁻ˣ)`.
  SIGMOID,
  /// Nothing.
  LINEAR;

  /// The activation of a sum.
  public Value apply(Value x) {
    return switch (this) {
      case RELU -> x.relu();
      case TANH -> x.tanh();
      case SIGMOID -> x.sigmoid();
      case LINEAR -> x;
    };
  }
}
