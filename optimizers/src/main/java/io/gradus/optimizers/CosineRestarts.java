package io.gradus.optimizers;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;

/// Half a cosine wave again and again: SGDR (Loshchilov & Hutter 2017).
///
/// In a round of T updates the rate of its update t is `to + (from - to)(1 + cos πt/T)/2`; each
/// round is `growth` times as long as the one before.
@Doc(
    "half a cosine wave again and again, SGDR (Loshchilov & Hutter 2017),"
        + " to + (from - to) (1 + cos(pi t / T)) / 2 at update t of a round of T")
public record CosineRestarts(
    @Doc("the rate of each round's first update") double from,
    @Doc("the rate that one update after a round's last would have") @Default("0.0") double to,
    @Doc("updates of the first round") int first,
    @Doc("how many times as long each round is as the one before") @Default("1") int growth)
    implements Schedule {
  public CosineRestarts {
    Settings.atLeastZero("from", from);
    Settings.atLeastZero("to", to);
    Settings.atLeastOne("first", first);
    Settings.atLeastOne("growth", growth);
  }

  @Override
  public double rate(int t, int steps) {
    long length = first;
    long place = growth == 1 ? t % length : t;
    while (place >= length) {
      place -= length;
      length *= growth;
    }
    return Curve.COSINE.between(from, to, (double) place / length);
  }
}
