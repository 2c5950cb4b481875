package io.gradus.experiments.figure;

/// A dashed line at one height, with words, that the eye compares with.
public record Guide(double y, String label) implements Content {
  @Override
  public String name() {
    return "";
  }

  @Override
  public String colour() {
    return Palette.INK;
  }

  @Override
  public Extent across(Axis axis) {
    return Extent.NONE;
  }

  @Override
  public Extent along(Axis axis) {
    return Extent.of(axis, y);
  }

  @Override
  public void draw(Plot plot) {
    if (!Extent.hasPlace(plot.yAxis(), y)) {
      return;
    }
    double top = plot.y().at(y);
    double right = plot.x().to();
    plot.canvas()
        .dashes(plot.x().from(), top, right, top, Canvas.Stroke.of(Palette.INK, 1))
        .text(right - 4, top - 4, Canvas.Anchor.END, 11, Palette.INK, label);
  }
}
