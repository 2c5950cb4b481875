package io.gradus.nn.initialisers;

/// What follows a linear map, and by how much the map must stretch to make up for it: the numbers
/// of PyTorch's `calculate_gain`.
public enum Gain {
  /// Nothing.
  LINEAR,
  /// The logistic function; the number is that of no activation.
  SIGMOID,
  /// The hyperbolic tangent.
  TANH,
  /// `max(x, 0)`, which halves the second moment.
  RELU,
  /// `x` above 0, `slope·x` below.
  LEAKY_RELU,
  /// The activation of self-normalising networks (Klambauer et al. 2017).
  SELU;

  /// The factor.
  ///
  /// @param slope that of [#LEAKY_RELU]
  double factor(double slope) {
    return switch (this) {
      case LINEAR, SIGMOID -> 1;
      case TANH -> 5.0 / 3;
      case RELU -> Math.sqrt(2);
      case LEAKY_RELU -> Math.sqrt(2 / (1 + slope * slope));
      case SELU -> 0.75;
    };
  }
}
