package io.gradus.optimizers;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.List;
import java.util.stream.IntStream;

/// A staircase with stairs of given lengths: the rate of update t is `from · factorⁿ`, where n of
/// the updates in `at` are t or before it.
@Doc("a staircase, from * factor^n at update t, where n of the updates in at have begun")
public record Multistep(
    @Doc("the rate of the first update") double from,
    @Doc("the updates, counted from 0, at which the rate changes") List<Integer> at,
    @Doc("what the rate is multiplied by at each of them") @Default("0.1") double factor)
    implements Schedule {
  public Multistep {
    at = List.copyOf(at);
    List<Integer> updates = at;
    Settings.atLeastZero("from", from);
    Settings.atLeastZero("factor", factor);
    require(
        IntStream.range(0, at.size())
            .allMatch(i -> updates.get(i) > (i == 0 ? -1 : updates.get(i - 1))),
        "at = %s must rise, from 0 or later",
        at);
  }

  @Override
  public double rate(int t, int steps) {
    int begun = (int) at.stream().filter(update -> update <= t).count();
    return from * StrictMath.pow(factor, begun);
  }
}
