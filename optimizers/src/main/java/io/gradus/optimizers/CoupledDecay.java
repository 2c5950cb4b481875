package io.gradus.optimizers;

/// Weight decay as a part of the gradient: that of `λ/2 Σw²` added to the loss.
final class CoupledDecay {
  private CoupledDecay() {}

  /// `g + λw`, or `g` itself where λ is 0.
  static double[] slope(double[] g, double[] w, double lambda) {
    if (lambda == 0) {
      return g;
    }
    double[] slope = new double[g.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = g[i] + lambda * w[i];
    }
    return slope;
  }
}
