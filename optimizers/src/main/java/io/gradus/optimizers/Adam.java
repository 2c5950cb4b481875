package io.gradus.optimizers;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;

/// Adam (Kingma & Ba 2015).
///
/// m ← β₁m + (1-β₁)g, v ← β₂v + (1-β₂)g², w ← w - η m̂/(√v̂ + ε), with m̂ = m/(1-β₁ᵗ), v̂ =
/// v/(1-β₂ᵗ) at the t-th step, t from 1.
@Doc("Adam (Kingma & Ba 2015), w <- w - lr m'/(sqrt(v') + eps) with bias-corrected means m', v'")
public record Adam(
    @Doc("the learning rate") @Default("0.001") Schedule lr,
    @Doc("decay of the running mean of the gradient") @Default("0.9") double beta1,
    @Doc("decay of the running mean of its square") @Default("0.999") double beta2,
    @Doc("added to the root, so that nothing is divided by 0") @Default("1.0e-8") double eps)
    implements Rule<Adam.Moments> {
  /// Running means of the gradient and of its square.
  public record Moments(double[] m, double[] v) {}

  public Adam {
    require(beta1 >= 0 && beta1 < 1, "beta1 = %s is outside [0, 1)", beta1);
    require(beta2 >= 0 && beta2 < 1, "beta2 = %s is outside [0, 1)", beta2);
    require(Double.isFinite(eps) && eps >= 0, "eps = %s must be at least 0", eps);
  }

  @Override
  public Moments start(int size) {
    return new Moments(new double[size], new double[size]);
  }

  @Override
  public void step(Update update, double[] w, double[] g, Moments memory) {
    double rate = update.rate();
    double[] m = memory.m();
    double[] v = memory.v();
    double meanScale = 1 - StrictMath.pow(beta1, update.t() + 1);
    double squareScale = 1 - StrictMath.pow(beta2, update.t() + 1);
    for (int i = 0; i < w.length; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      w[i] -= rate * (m[i] / meanScale) / (Math.sqrt(v[i] / squareScale) + eps);
    }
  }
}
