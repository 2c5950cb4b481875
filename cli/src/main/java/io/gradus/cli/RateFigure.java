package io.gradus.cli;

import io.gradus.experiments.search.RateCurve;
import io.gradus.experiments.search.Sweep;

/// The loss at each of a row of growing rates.
record RateFigure(String experiment, Sweep sweep, RateCurve curve) implements Figure {
  @Override
  public String table() {
    return "";
  }

  @Override
  public Object json() {
    return curve;
  }

  @Override
  public String svg() {
    return "";
  }
}
