package io.gradus.optimizers;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;

/// Adam (Kingma & Ba 2015), and its variant AMSGrad (Reddi, Kale & Kumar 2018).
///
/// d = g + λw, m ← β₁m + (1-β₁)d, v ← β₂v + (1-β₂)d², w ← w - η m̂/(√v̂ + ε), with m̂ = m/(1-β₁ᵗ),
/// v̂ = v/(1-β₂ᵗ) at the t-th step, t from 1. AMSGrad's v̂ is of the largest v so far.
///
/// The operations are in the order of the paper, which published digits depend on; [AdamW] has the
/// one that is fast.
@Doc(
    "Adam (Kingma & Ba 2015), w <- w - lr m'/(sqrt(v') + eps) with bias-corrected means m', v'"
        + " of d and d^2, d = g + decay w; with amsgrad (Reddi et al. 2018) v' is of the largest v")
public record Adam(
    @Doc("the learning rate") @Default("0.001") Schedule lr,
    @Doc("decay of the running mean of the gradient") @Default("0.9") double beta1,
    @Doc("decay of the running mean of its square") @Default("0.999") double beta2,
    @Doc("added to the root, so that nothing is divided by 0") @Default("1.0e-8") double eps,
    @Doc("weight decay, added to the gradient; adamw has the decoupled one") @Default("0.0")
        double decay,
    @Doc("whether to divide by the largest mean square so far") @Default("false") boolean amsgrad)
    implements Rule<Record> {
  /// What is remembered.
  public sealed interface Memory {}

  /// Running means of the gradient and of its square.
  public record Moments(double[] m, double[] v) implements Memory {}

  /// The same, and the largest mean square so far.
  public record Peaks(double[] m, double[] v, double[] peak) implements Memory {}

  public Adam {
    Settings.belowOne("beta1", beta1);
    Settings.belowOne("beta2", beta2);
    Settings.atLeastZero("eps", eps);
    Settings.atLeastZero("decay", decay);
  }

  /// Without decay, as it was published.
  public Adam(Schedule lr, double beta1, double beta2, double eps) {
    this(lr, beta1, beta2, eps, 0, false);
  }

  @Override
  public Record start(int size) {
    double[] m = new double[size];
    double[] v = new double[size];
    return amsgrad ? new Peaks(m, v, new double[size]) : new Moments(m, v);
  }

  @Override
  public void step(Update update, double[] w, double[] g, Record memory) {
    double[] slope = CoupledDecay.slope(g, w, decay * update.decay());
    switch ((Memory) memory) {
      case Moments(double[] m, double[] v) -> follow(update, w, slope, m, v);
      case Peaks(double[] m, double[] v, double[] peak) ->
          followPeaks(update, w, slope, m, v, peak);
    }
  }

  private void follow(Update update, double[] w, double[] slope, double[] m, double[] v) {
    double rate = update.rate();
    double meanScale = 1 - StrictMath.pow(beta1, update.t() + 1);
    double squareScale = 1 - StrictMath.pow(beta2, update.t() + 1);
    for (int i = 0; i < w.length; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * slope[i];
      v[i] = beta2 * v[i] + (1 - beta2) * slope[i] * slope[i];
      w[i] -= rate * (m[i] / meanScale) / (Math.sqrt(v[i] / squareScale) + eps);
    }
  }

  private void followPeaks(
      Update update, double[] w, double[] slope, double[] m, double[] v, double[] peak) {
    double rate = update.rate();
    double meanScale = 1 - StrictMath.pow(beta1, update.t() + 1);
    double squareScale = 1 - StrictMath.pow(beta2, update.t() + 1);
    for (int i = 0; i < w.length; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * slope[i];
      v[i] = beta2 * v[i] + (1 - beta2) * slope[i] * slope[i];
      peak[i] = Math.max(peak[i], v[i]);
      w[i] -= rate * (m[i] / meanScale) / (Math.sqrt(peak[i] / squareScale) + eps);
    }
  }
}
