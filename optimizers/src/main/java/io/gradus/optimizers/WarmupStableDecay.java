package io.gradus.optimizers;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;

/// A rise, a plain and a fall (Hu et al. 2024; Hägele et al. 2024).
///
/// The rate of update t is `peak (t + 1)/(W + 1)` for t < W, then `peak`, and in the last D of all
/// the updates it goes to `to`, which one update after the last would have. Where a run is too
/// short for both, the fall is cut.
@Doc(
    "a rise, a plain and a fall (Hu et al. 2024): peak (t + 1) / (warmup + 1) while t < warmup,"
        + " then peak, and in the last updates from peak to to")
public record WarmupStableDecay(
    @Doc("the highest rate") double peak,
    @Doc("updates in which the rate rises") int warmup,
    @Doc("updates in which it falls, the last ones") int decay,
    @Doc("the rate that one update after the last would have") @Default("0.0") double to,
    @Doc("how it falls; root is 1 - sqrt(p) after a share p (Hägele et al. 2024)")
        @Default("linear")
        Curve shape)
    implements Schedule {
  public WarmupStableDecay {
    Settings.atLeastZero("peak", peak);
    Settings.atLeastZero("warmup", warmup);
    Settings.atLeastZero("decay", decay);
    Settings.atLeastZero("to", to);
  }

  @Override
  public double rate(int t, int steps) {
    if (t < warmup) {
      return peak * (t + 1) / (warmup + 1);
    }
    int fall = Math.max(warmup, steps - decay);
    if (t < fall) {
      return peak;
    }
    return t < steps ? shape.between(peak, to, (double) (t - fall) / (steps - fall)) : to;
  }
}
