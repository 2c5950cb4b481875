package io.gradus.optimizers;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Bare;
import io.gradus.plugin.Doc;

/// The same rate at every update.
@Bare
@Doc("the same rate at every update; short form: the number alone")
public record Constant(@Doc("the rate") double value) implements Schedule {
  public Constant {
    require(Double.isFinite(value) && value >= 0, "value = %s must be at least 0", value);
  }

  @Override
  public double rate(int t, int steps) {
    return value;
  }
}
