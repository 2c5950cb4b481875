package io.gradus.optimizers;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;

/// RMSprop (Tieleman & Hinton 2012), centred as in Graves 2013, in PyTorch's form.
///
/// d = g + λw, s ← αs + (1-α)d², n = d/(√s + ε), w ← w - ηn. Centred: a ← αa + (1-α)d and n =
/// d/(√(s - a²) + ε). With momentum: u ← μu + n and w ← w - ηu.
@Doc(
    "RMSprop (Tieleman & Hinton 2012), w <- w - lr n with n = d/(sqrt(s) + eps), d = g + decay w,"
        + " s <- alpha s + (1 - alpha) d^2; centered (Graves 2013) n = d/(sqrt(s - a^2) + eps)"
        + " with a <- alpha a + (1 - alpha) d; with momentum w <- w - lr u, u <- momentum u + n")
public record Rmsprop(
    @Doc("the learning rate") @Default("0.01") Schedule lr,
    @Doc("decay of the running mean of the squared gradient") @Default("0.99") double alpha,
    @Doc("added to the root, so that nothing is divided by 0") @Default("1.0e-8") double eps,
    @Doc("what is kept of the velocity u at each step; 0 for none") @Default("0.0") double momentum,
    @Doc("whether to divide by the gradient's deviation, not by its size") @Default("false")
        boolean centered,
    @Doc("weight decay, added to the gradient: that of decay/2 times the sum of w^2")
        @Default("0.0")
        double decay)
    implements Rule<Record> {
  /// What is remembered.
  public sealed interface Memory {}

  /// The running mean of the squared gradient.
  public record Size(double[] square) implements Memory {}

  /// The same, and the velocity.
  public record MovingSize(double[] square, double[] velocity) implements Memory {}

  /// Running means of the squared gradient and of the gradient.
  public record Deviation(double[] square, double[] mean) implements Memory {}

  /// The same, and the velocity.
  public record MovingDeviation(double[] square, double[] mean, double[] velocity)
      implements Memory {}

  public Rmsprop {
    Settings.belowOne("alpha", alpha);
    Settings.atLeastZero("eps", eps);
    Settings.belowOne("momentum", momentum);
    Settings.atLeastZero("decay", decay);
  }

  @Override
  public Record start(int size) {
    double[] square = new double[size];
    if (centered) {
      double[] mean = new double[size];
      return momentum == 0
          ? new Deviation(square, mean)
          : new MovingDeviation(square, mean, new double[size]);
    }
    return momentum == 0 ? new Size(square) : new MovingSize(square, new double[size]);
  }

  @Override
  public void step(Update update, double[] w, double[] g, Record memory) {
    double rate = update.rate();
    double[] slope = CoupledDecay.slope(g, w, decay * update.decay());
    double[] direction =
        switch ((Memory) memory) {
          case Size(double[] square) -> bySize(slope, square);
          case MovingSize(double[] square, double[] velocity) ->
              moved(velocity, bySize(slope, square));
          case Deviation(double[] square, double[] mean) -> byDeviation(slope, square, mean);
          case MovingDeviation(double[] square, double[] mean, double[] velocity) ->
              moved(velocity, byDeviation(slope, square, mean));
        };
    for (int i = 0; i < w.length; i++) {
      w[i] -= rate * direction[i];
    }
  }

  private double[] bySize(double[] slope, double[] square) {
    double[] direction = new double[slope.length];
    for (int i = 0; i < direction.length; i++) {
      square[i] = alpha * square[i] + (1 - alpha) * slope[i] * slope[i];
      direction[i] = slope[i] / (Math.sqrt(square[i]) + eps);
    }
    return direction;
  }

  private double[] byDeviation(double[] slope, double[] square, double[] mean) {
    double[] direction = new double[slope.length];
    for (int i = 0; i < direction.length; i++) {
      square[i] = alpha * square[i] + (1 - alpha) * slope[i] * slope[i];
      mean[i] = alpha * mean[i] + (1 - alpha) * slope[i];
      // a mean square is at least the mean's square, but for rounding
      double variance = Math.max(0, square[i] - mean[i] * mean[i]);
      direction[i] = slope[i] / (Math.sqrt(variance) + eps);
    }
    return direction;
  }

  private double[] moved(double[] velocity, double[] direction) {
    for (int i = 0; i < velocity.length; i++) {
      velocity[i] = momentum * velocity[i] + direction[i];
    }
    return velocity;
  }
}
