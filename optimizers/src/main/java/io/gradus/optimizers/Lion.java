package io.gradus.optimizers;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;

/// Lion (Chen et al. 2023): every weight moves by the rate, in the direction of a sign.
///
/// c = β₁m + (1-β₁)g, w ← w - η(sign c + λw), m ← β₂m + (1-β₂)g
@Doc(
    "Lion (Chen et al. 2023), w <- w - lr (sign(c) + decay w) with c = beta1 m + (1 - beta1) g,"
        + " then m <- beta2 m + (1 - beta2) g")
public record Lion(
    @Doc("the learning rate; 3 to 10 times smaller than Adam's") @Default("0.0001") Schedule lr,
    @Doc("share of the running mean in the direction c") @Default("0.9") double beta1,
    @Doc("decay of the running mean of the gradient") @Default("0.99") double beta2,
    @Doc("weight decay: each step takes lr times this share of a weight away") @Default("0.0")
        double decay)
    implements Rule<Lion.Mean> {
  /// The running mean of the gradient.
  public record Mean(double[] m) {}

  public Lion {
    Settings.belowOne("beta1", beta1);
    Settings.belowOne("beta2", beta2);
    Settings.atLeastZero("decay", decay);
  }

  @Override
  public Mean start(int size) {
    return new Mean(new double[size]);
  }

  @Override
  public void step(Update update, double[] w, double[] g, Mean memory) {
    double[] m = memory.m();
    double rate = update.rate();
    double keep = 1 - rate * decay * update.decay();
    for (int i = 0; i < w.length; i++) {
      double direction = beta1 * m[i] + (1 - beta1) * g[i];
      w[i] = keep * w[i] - rate * Math.signum(direction);
      m[i] = beta2 * m[i] + (1 - beta2) * g[i];
    }
  }
}
