package io.gradus.experiments.figure;

/// A point with a label: inside of it where that is one or two letters, else beside it.
public record Mark(String label, double x, double y, String colour) implements Content {
  private static final int FEW = 2;

  @Override
  public String name() {
    return "";
  }

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
    if (!plot.hasPlace(x, y)) {
      return;
    }
    double left = plot.x().at(x);
    double top = plot.y().at(y);
    if (label.codePointCount(0, label.length()) <= FEW) {
      // see-through, so that a letter behind another one can be read
      plot.canvas()
          .disc(left, top, 10, colour, 0.25)
          .text(left, top + 4, Canvas.Anchor.MIDDLE, 13, Palette.INK, label);
    } else {
      plot.canvas()
          .disc(left, top, 4, colour, 0.8)
          .text(left + 7, top + 4, Canvas.Anchor.START, 11, Palette.INK, label);
    }
  }
}
