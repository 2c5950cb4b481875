package io.gradus.random;

/// What a caller may ask of a generator: a violation names the value and the rule.
final class Arguments {
  private Arguments() {}

  static void requireBound(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound = " + bound + " must be at least 1");
    }
  }

  /// The sum of `weights` from the first on, once they can be drawn from.
  static double total(double[] weights) {
    if (weights.length == 0) {
      throw new IllegalArgumentException("weights is empty: there is nothing to choose from");
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "weights[" + i + "] = " + weights[i] + " must be finite and at least 0");
      }
      sum += weights[i];
    }
    if (sum == 0) {
      throw new IllegalArgumentException(
          "weights are all zero (" + weights.length + " of them): at least one must be above 0");
    }
    if (sum == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "weights sum to " + sum + " (" + weights.length + " of them): scale them down");
    }
    return sum;
  }
}
