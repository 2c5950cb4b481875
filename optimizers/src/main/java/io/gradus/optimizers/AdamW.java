package io.gradus.optimizers;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.List;

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
    implements FloatRule<Adam.Moments> {
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

  @Override
  public void step(Update update, double[] w, double[] g, Adam.Moments memory) {
    double[] m = memory.m();
    double[] v = memory.v();
    double keep = keep(update);
    double stride = stride(update);
    double rootScale = rootScale(update);
    for (int i = 0; i < w.length; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      w[i] = keep * w[i] - stride * m[i] / (Math.sqrt(v[i]) * rootScale + eps);
    }
  }

  /// All arrays have one index, without an offset: so C2 makes vectors of the loop.
  @Override
  public void step(
      Update update, float[] w, float[] g, double scale, List<float[]> memory, int count) {
    float[] m = memory.get(0);
    float[] v = memory.get(1);
    double keep = keep(update);
    double stride = stride(update);
    double rootScale = rootScale(update);
    for (int i = 0; i < count; i++) {
      double slope = g[i] * scale;
      double mean = beta1 * m[i] + (1 - beta1) * slope;
      double square = beta2 * v[i] + (1 - beta2) * slope * slope;
      m[i] = (float) mean;
      v[i] = (float) square;
      w[i] = (float) (keep * w[i] - stride * mean / (Math.sqrt(square) * rootScale + eps));
    }
  }

  // the two corrections, out of the loops, which leaves these one division and one root

  private double keep(Update update) {
    return 1 - update.rate() * decay * update.decay();
  }

  private double stride(Update update) {
    return update.rate() / (1 - StrictMath.pow(beta1, update.t() + 1));
  }

  private double rootScale(Update update) {
    return 1 / Math.sqrt(1 - StrictMath.pow(beta2, update.t() + 1));
  }
}
