package io.gradus.experiments.search;

import static io.gradus.plugin.Require.require;

import io.gradus.optimizers.Schedule;

/// Rates that grow by one factor from update to update: `10^(a + (b - a)·t/(steps - 1))` with a and
/// b the logarithms of the first and the last one, as `10**torch.linspace(a, b, steps)`.
public record Sweep(double from, double to) implements Schedule {
  public Sweep {
    require(Double.isFinite(from) && from > 0, "from = %s must be above 0", from);
    require(Double.isFinite(to) && to > from, "to = %s must be above from = %s", to, from);
  }

  @Override
  public double rate(int t, int steps) {
    double first = StrictMath.log10(from);
    double last = StrictMath.log10(to);
    return StrictMath.pow(10, first + (last - first) * t / (steps - 1));
  }
}
