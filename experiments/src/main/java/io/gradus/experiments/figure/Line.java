package io.gradus.experiments.figure;

/// A line through points; it is broken where a number has no place, and a point alone is a dot.
///
/// @param width in pixels
public record Line(String name, double[] x, double[] y, String colour, double width)
    implements Content {
  @Override
  public Extent across(Axis axis) {
    return Extent.of(axis, x);
  }

  @Override
  public Extent along(Axis axis) {
    return Extent.of(axis, y);
  }

  @Override
  public void draw(Plot plot) {
    int from = 0;
    while (from < x.length) {
      int to = from;
      while (to < x.length && plot.hasPlace(x[to], y[to])) {
        to++;
      }
      part(plot, from, to);
      from = to + 1;
    }
  }

  private void part(Plot plot, int from, int to) {
    var stroke = Canvas.Stroke.of(colour, width);
    if (to - from == 1) {
      plot.canvas().circle(plot.x().at(x[from]), plot.y().at(y[from]), 3, colour, stroke);
    } else if (to > from) {
      var points = new StringBuilder();
      for (int i = from; i < to; i++) {
        points.append(plot.point(x[i], y[i]));
      }
      plot.canvas().polyline(points.toString().stripTrailing(), stroke);
    }
  }
}
