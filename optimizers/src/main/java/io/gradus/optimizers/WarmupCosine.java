package io.gradus.optimizers;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.Optional;

/// A straight rise, then half a cosine wave: nanoGPT's schedule (Karpathy 2022).
///
/// The rate of update t is `peak (t + 1)/(W + 1)` for t < W, then `to + (peak - to)(1 + cos π(t -
/// W)/(T - W))/2`, and `to` from update T on.
@Doc(
    "a straight rise, then half a cosine wave, as in nanoGPT (Karpathy 2022):"
        + " peak (t + 1) / (warmup + 1) while t < warmup, then"
        + " to + (peak - to) (1 + cos(pi (t - warmup) / (over - warmup))) / 2, and to afterwards")
public record WarmupCosine(
    @Doc("the highest rate") double peak,
    @Doc("the rate at the end") @Default("0.0") double to,
    @Doc("updates in which the rate rises") int warmup,
    @Doc(
            "the update, counted from 0, that has the last rate first; the one after the last if left"
                + " out")
        Optional<Integer> over)
    implements Schedule {
  public WarmupCosine {
    Settings.atLeastZero("peak", peak);
    Settings.atLeastZero("to", to);
    Settings.atLeastZero("warmup", warmup);
    over.ifPresent(
        end -> require(end > warmup, "over = %d must be more than warmup = %d", end, warmup));
  }

  @Override
  public double rate(int t, int steps) {
    int end = over.orElse(steps);
    if (t < warmup) {
      return peak * (t + 1) / (warmup + 1);
    }
    return t < end ? Curve.COSINE.between(peak, to, (double) (t - warmup) / (end - warmup)) : to;
  }
}
