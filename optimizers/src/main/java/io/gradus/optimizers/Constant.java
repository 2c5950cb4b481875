package io.gradus.optimizers;

import io.gradus.plugin.Bare;
import io.gradus.plugin.Doc;

/// The same rate at every update.
@Bare
@Doc("the same rate at every update; short form: the number alone")
public record Constant(@Doc("the rate") double value) implements Schedule {
  public Constant {
    Settings.atLeastZero("value", value);
  }

  @Override
  public double rate(int t, int steps) {
    return value;
  }
}
