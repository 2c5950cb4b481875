package io.gradus.experiments.insight;

/// One layer of units at a point: `a = f(W x + b)`.
///
/// @param weights W, `(out, in)`
/// @param slopes `f'` of each unit at the sum that it has there
/// @param outputs a
public record Stage(double[][] weights, double[] slopes, double[] outputs) {
  /// Units that read.
  int inputs() {
    return weights[0].length;
  }

  /// Units that are read.
  int units() {
    return weights.length;
  }
}
