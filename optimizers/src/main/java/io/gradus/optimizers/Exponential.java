package io.gradus.optimizers;

import io.gradus.plugin.Doc;

/// The same factor at every update: the rate of update t is `from · factorᵗ`.
@Doc("the same factor at every update, from * factor^t at update t")
public record Exponential(
    @Doc("the rate of the first update") double from,
    @Doc("what the rate is multiplied by at each update") double factor)
    implements Schedule {
  public Exponential {
    Settings.atLeastZero("from", from);
    Settings.atLeastZero("factor", factor);
  }

  @Override
  public double rate(int t, int steps) {
    return from * StrictMath.pow(factor, t);
  }
}
