package io.gradus.optimizers;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;

/// Adam with decoupled weight decay (Loshchilov & Hutter 2019), in PyTorch's form.
///
/// w ← (1 - ηλ)w, m ← β₁m + (1-β₁)g, v ← β₂v + (1-β₂)g², w ← w - η m̂/(√v̂ + ε), with m̂ =
/// m/(1-β₁ᵗ), v̂ = v/(1-β₂ᵗ) at the t-th step, t from 1.
@Doc(
    "Adam with decoupled weight decay (Loshchilov & Hutter 2019), w <- (1 - lr decay) w"
        + " - lr m'/(sqrt(v') + eps) with bias-corrected means m', v' of g and g^2")
public record AdamW(
    @Doc("the learning rate") @Default("0.001") Schedule lr,
    @Doc("decay of the running mean of the gradient") @Default("0.9") double beta1,
    @Doc("decay of the running mean of its square") @Default("0.999") double beta2,
    @Doc("added to the root, so that nothing is divided by 0") @Default("1.0e-8") double eps,
    @Doc("weight decay: each step takes lr times this share of a weight away") @Default("0.01")
        double decay)
    implements Rule<Adam.Moments> {
  public AdamW {
    Settings.belowOne("beta1", beta1);
    Settings.belowOne("beta2", beta2);
    Settings.atLeastZero("eps", eps);
    Settings.atLeastZero("decay", decay);
  }

  @Override
  public Adam.Moments start(int size) {
    return new Adam.Moments(new double[size], new double[size]);
  }

  /// The two corrections are taken out of the loop, which leaves it one division and one root.
  @Override
  public void step(Update update, double[] w, double[] g, Adam.Moments memory) {
    double[] m = memory.m();
    double[] v = memory.v();
    double keep = 1 - update.rate() * decay * update.decay();
    double stride = update.rate() / (1 - StrictMath.pow(beta1, update.t() + 1));
    double rootScale = 1 / Math.sqrt(1 - StrictMath.pow(beta2, update.t() + 1));
    for (int i = 0; i < w.length; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      w[i] = keep * w[i] - stride * m[i] / (Math.sqrt(v[i]) * rootScale + eps);
    }
  }
}
