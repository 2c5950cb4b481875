package io.gradus.optimizers;

import io.gradus.plugin.Doc;

/// Gradient descent.
///
/// w ← w - ηg
@Doc("gradient descent, w <- w - lr g")
public record Sgd(@Doc("the learning rate") Schedule lr) implements Rule<Sgd.Nothing> {
  /// No memory.
  public record Nothing() {}

  @Override
  public Nothing start(int size) {
    return new Nothing();
  }

  @Override
  public void step(Update update, double[] w, double[] g, Nothing memory) {
    double rate = update.rate();
    for (int i = 0; i < w.length; i++) {
      w[i] -= rate * g[i];
    }
  }
}
