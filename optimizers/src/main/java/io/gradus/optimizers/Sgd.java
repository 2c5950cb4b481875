package io.gradus.optimizers;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;

/// Gradient descent, with momentum (Polyak 1964) in the form of Sutskever et al. 2013 and PyTorch.
///
/// d = g + λw; without momentum w ← w - ηd. With it u ← μu + (1-τ)d, where the first u is d, and w
/// ← w - ηu, or, as Nesterov has it, w ← w - η(d + μu).
@Doc(
    "gradient descent, w <- w - lr d with d = g + decay w; with momentum (Polyak 1964)"
        + " w <- w - lr u with u <- momentum u + (1 - dampening) d, the first u = d;"
        + " with nesterov (Sutskever et al. 2013) w <- w - lr (d + momentum u)")
public record Sgd(
    @Doc("the learning rate") Schedule lr,
    @Doc("what is kept of the velocity u at each step; 0 for none") @Default("0.0") double momentum,
    @Doc("what is left out of the gradient where it joins the velocity") @Default("0.0")
        double dampening,
    @Doc("whether to look one step of the velocity ahead") @Default("false") boolean nesterov,
    @Doc("weight decay, added to the gradient: that of decay/2 times the sum of w^2")
        @Default("0.0")
        double decay)
    implements Rule<Record> {
  /// What is remembered.
  public sealed interface Memory {}

  /// No memory: there is no momentum.
  public record Nothing() implements Memory {}

  /// The running sum of the gradients.
  public record Velocity(double[] velocity) implements Memory {}

  public Sgd {
    Settings.belowOne("momentum", momentum);
    Settings.belowOne("dampening", dampening);
    Settings.atLeastZero("decay", decay);
    require(!nesterov || momentum > 0, "nesterov needs a momentum above 0");
    require(!nesterov || dampening == 0, "nesterov needs no dampening, not %s", dampening);
  }

  /// Without momentum and decay.
  public Sgd(Schedule lr) {
    this(lr, 0, 0, false, 0);
  }

  @Override
  public boolean descends() {
    return momentum == 0 && decay == 0;
  }

  @Override
  public Record start(int size) {
    return momentum == 0 ? new Nothing() : new Velocity(new double[size]);
  }

  @Override
  public void step(Update update, double[] w, double[] g, Record memory) {
    double[] slope = CoupledDecay.slope(g, w, decay * update.decay());
    switch ((Memory) memory) {
      case Nothing() -> descend(update.rate(), w, slope);
      case Velocity(double[] velocity) -> {
        accelerate(update.t(), velocity, slope);
        if (nesterov) {
          descendAhead(update.rate(), w, slope, velocity);
        } else {
          descend(update.rate(), w, velocity);
        }
      }
    }
  }

  private void accelerate(int t, double[] velocity, double[] slope) {
    if (t == 0) {
      System.arraycopy(slope, 0, velocity, 0, slope.length);
      return;
    }
    double share = 1 - dampening;
    for (int i = 0; i < velocity.length; i++) {
      velocity[i] = momentum * velocity[i] + share * slope[i];
    }
  }

  private static void descend(double rate, double[] w, double[] direction) {
    for (int i = 0; i < w.length; i++) {
      w[i] -= rate * direction[i];
    }
  }

  private void descendAhead(double rate, double[] w, double[] slope, double[] velocity) {
    for (int i = 0; i < w.length; i++) {
      w[i] -= rate * (slope[i] + momentum * velocity[i]);
    }
  }
}
