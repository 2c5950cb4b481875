package io.gradus.optimizers;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.Optional;

/// A power of what is left: the rate of update t is `to + (from - to)(1 - t/T)^power`, and `to`
/// from update T on.
@Doc(
    "a power of what is left, to + (from - to) (1 - t / over)^power at update t,"
        + " and to afterwards")
public record Polynomial(
    @Doc("the rate of the first update") double from,
    @Doc("the rate at the end") @Default("0.0") double to,
    @Doc("the exponent; 1 is a straight line") @Default("1.0") double power,
    @Doc("how many updates it takes; all of them if left out") Optional<Integer> over)
    implements Schedule {
  public Polynomial {
    Settings.atLeastZero("from", from);
    Settings.atLeastZero("to", to);
    Settings.aboveZero("power", power);
    over.ifPresent(updates -> Settings.atLeastOne("over", updates));
  }

  @Override
  public double rate(int t, int steps) {
    int end = over.orElse(steps);
    return t < end ? to + (from - to) * StrictMath.pow(1 - (double) t / end, power) : to;
  }
}
