package io.gradus.optimizers;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;

/// A straight line: the rate of update t is `from + (to - from) t / steps`, so `to` itself is never
/// reached, as in microgpt.
@Doc("a straight line, from + (to - from) t / steps at update t")
public record Linear(
    @Doc("the rate of the first update") double from,
    @Doc("the rate that one update after the last would have") @Default("0.0") double to)
    implements Schedule {
  public Linear {
    Settings.atLeastZero("from", from);
    Settings.atLeastZero("to", to);
  }

  @Override
  public double rate(int t, int steps) {
    return from + (to - from) * t / steps;
  }
}
