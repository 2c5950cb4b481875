package io.gradus.optimizers;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.Arrays;

/// AdaGrad (Duchi, Hazan & Singer 2011), in PyTorch's form.
///
/// d = g + λw, s ← s + d², w ← w - η/(1 + κt) · d/(√s + ε) at update t, from 0.
@Doc(
    "AdaGrad (Duchi, Hazan & Singer 2011), w <- w - lr/(1 + lr-decay t) d/(sqrt(s) + eps)"
        + " at update t from 0, with d = g + decay w and s <- s + d^2")
public record Adagrad(
    @Doc("the learning rate") @Default("0.01") Schedule lr,
    @Doc("added to the root, so that nothing is divided by 0") @Default("1.0e-10") double eps,
    @Doc("how fast the rate falls by itself, beside its schedule") @Default("0.0") double lrDecay,
    @Doc("the sum of squares s before the first step") @Default("0.0") double initialAccumulator,
    @Doc("weight decay, added to the gradient: that of decay/2 times the sum of w^2")
        @Default("0.0")
        double decay)
    implements Rule<Adagrad.Squares> {
  /// The sum of the squared gradients.
  public record Squares(double[] sum) {}

  public Adagrad {
    Settings.atLeastZero("eps", eps);
    Settings.atLeastZero("lr-decay", lrDecay);
    Settings.atLeastZero("initial-accumulator", initialAccumulator);
    Settings.atLeastZero("decay", decay);
  }

  @Override
  public Squares start(int size) {
    double[] sum = new double[size];
    Arrays.fill(sum, initialAccumulator);
    return new Squares(sum);
  }

  @Override
  public void step(Update update, double[] w, double[] g, Squares memory) {
    double[] sum = memory.sum();
    double[] slope = CoupledDecay.slope(g, w, decay * update.decay());
    double rate = update.rate() / (1 + update.t() * lrDecay);
    for (int i = 0; i < w.length; i++) {
      sum[i] += slope[i] * slope[i];
      w[i] -= rate * slope[i] / (Math.sqrt(sum[i]) + eps);
    }
  }
}
