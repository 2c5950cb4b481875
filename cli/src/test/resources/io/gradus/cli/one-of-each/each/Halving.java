package each;

import io.gradus.optimizers.Schedule;
import io.gradus.plugin.Doc;

/// Half of the rate for the second half of the way.
@Doc("a rate, and half of it from the middle on")
public record Halving(@Doc("the first rate") double from) implements Schedule {
  @Override
  public double rate(int t, int steps) {
    return 2 * t < steps ? from : from / 2;
  }
}
