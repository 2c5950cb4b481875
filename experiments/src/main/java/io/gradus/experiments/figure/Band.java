package io.gradus.experiments.figure;

/// The area between two lines, such as from the least to the most.
public record Band(String name, double[] x, double[] low, double[] high, String colour)
    implements Content {
  @Override
  public Extent across(Axis axis) {
    return Extent.of(axis, x);
  }

  @Override
  public Extent along(Axis axis) {
    return Extent.of(axis, low).and(Extent.of(axis, high));
  }

  @Override
  public void draw(Plot plot) {
    var there = new StringBuilder();
    var back = new StringBuilder();
    for (int i = 0; i < x.length; i++) {
      if (plot.hasPlace(x[i], low[i]) && plot.hasPlace(x[i], high[i])) {
        there.append(plot.point(x[i], high[i]));
        back.insert(0, plot.point(x[i], low[i]));
      }
    }
    if (!there.isEmpty()) {
      plot.canvas().polygon((there.toString() + back).stripTrailing(), colour);
    }
  }
}
