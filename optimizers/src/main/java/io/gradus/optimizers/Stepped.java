package io.gradus.optimizers;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;

/// A staircase: the rate of update t is `from · factor^⌊t / every⌋`.
@Doc("a staircase, from * factor^floor(t / every) at update t")
public record Stepped(
    @Doc("the rate of the first update") double from,
    @Doc("updates on each stair") int every,
    @Doc("what the rate is multiplied by at each stair") @Default("0.1") double factor)
    implements Schedule {
  public Stepped {
    Settings.atLeastZero("from", from);
    Settings.atLeastOne("every", every);
    Settings.atLeastZero("factor", factor);
  }

  @Override
  public double rate(int t, int steps) {
    int stair = t / every;
    return from * StrictMath.pow(factor, stair);
  }
}
