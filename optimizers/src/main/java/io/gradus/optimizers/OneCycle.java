package io.gradus.optimizers;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;

/// Up and down once (Smith & Topin 2018), in PyTorch's form with two phases.
///
/// From `start = peak / start-divisor` up to `peak`, which it has at update `rise · steps - 1`, and
/// down to `start / end-divisor` at the last update.
@Doc(
    "up and down once (Smith & Topin 2018), from start = peak / start-divisor to peak at update"
        + " rise * steps - 1, then to start / end-divisor at the last one, steps - 1")
public record OneCycle(
    @Doc("the highest rate") double peak,
    @Doc("share of the updates in which the rate rises") @Default("0.3") double rise,
    @Doc("how many times lower than the peak the first rate is") @Default("25.0")
        double startDivisor,
    @Doc("how many times lower than the first rate the last one is") @Default("10000.0")
        double endDivisor,
    @Doc("how it rises and falls") @Default("cosine") Curve shape)
    implements Schedule {
  public OneCycle {
    Settings.atLeastZero("peak", peak);
    Settings.atMostOne("rise", rise);
    Settings.aboveZero("start-divisor", startDivisor);
    Settings.aboveZero("end-divisor", endDivisor);
  }

  @Override
  public double rate(int t, int steps) {
    double start = peak / startDivisor;
    double end = start / endDivisor;
    double top = rise * steps - 1;
    double last = steps - 1;
    if (t < top) {
      return shape.between(start, peak, t / top);
    }
    return top < last ? shape.between(peak, end, Math.min(1, (t - top) / (last - top))) : peak;
  }
}
