package io.gradus.optimizers;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.Optional;

/// Half a cosine wave (Loshchilov & Hutter 2017): the rate of update t is `to + (from - to)(1 + cos
/// πt/T)/2`, and `to` from update T on.
@Doc(
    "half a cosine wave (Loshchilov & Hutter 2017), to + (from - to) (1 + cos(pi t / over)) / 2"
        + " at update t, and to afterwards")
public record Cosine(
    @Doc("the rate of the first update") double from,
    @Doc("the rate at the end") @Default("0.0") double to,
    @Doc("how many updates it takes; all of them if left out") Optional<Integer> over)
    implements Schedule {
  public Cosine {
    Settings.atLeastZero("from", from);
    Settings.atLeastZero("to", to);
    over.ifPresent(updates -> Settings.atLeastOne("over", updates));
  }

  @Override
  public double rate(int t, int steps) {
    int end = over.orElse(steps);
    return t < end ? Curve.COSINE.between(from, to, (double) t / end) : to;
  }
}
