package io.gradus.experiments.figure;

import java.util.ArrayList;
import java.util.List;

/// Lines, bands and points between two axes, with a legend at the right for what has a name.
///
/// @param contents the first at the back
/// @param across what the horizontal axis reaches over at least
/// @param height in pixels, with title and axes
public record Chart(String title, Axis x, Axis y, Extent across, List<Content> contents, int height)
    implements Panel {
  private static final int LEFT = 76;
  private static final int RIGHT = 20;
  private static final int LEGEND = 230;
  private static final int ABOVE = 28;
  private static final int BELOW = 48;

  /// More names are cut to as many as have room.
  private static final int ROW = 18;

  public Chart {
    contents = List.copyOf(contents);
  }

  /// An empty chart of usual height.
  public static Chart of(String title, Axis x, Axis y) {
    return new Chart(title, x, y, Extent.NONE, List.of(), 420);
  }

  /// The same of another height.
  public Chart high(int pixels) {
    return new Chart(title, x, y, across, contents, pixels);
  }

  /// The same with a horizontal axis from one number to another, or further.
  public Chart over(double from, double to) {
    return new Chart(title, x, y, new Extent(from, to), contents, height);
  }

  /// The same with one thing more, in front.
  public Chart with(Content more) {
    List<Content> all = new ArrayList<>(contents);
    all.add(more);
    return new Chart(title, x, y, across, all, height);
  }

  @Override
  public void draw(Canvas canvas, int top) {
    List<Content> named = contents.stream().filter(each -> !each.name().isEmpty()).toList();
    int right = Picture.WIDTH - (named.isEmpty() ? RIGHT : LEGEND);
    int bottom = top + height - BELOW;
    Extent wide = across;
    Extent along = Extent.NONE;
    for (Content each : contents) {
      wide = wide.and(each.across(x));
      along = along.and(each.along(y));
    }
    boolean points = contents.stream().anyMatch(Mark.class::isInstance);
    Scale horizontal = Scale.of(x, wide, points ? 0.05 : 0, LEFT, right);
    Scale vertical = Scale.of(y, along, 0.05, bottom, top + ABOVE);
    canvas.text(LEFT, top + 16, Canvas.Anchor.START, 14, Palette.INK, title);
    axes(canvas, horizontal, vertical);
    var plot = new Plot(canvas, x, y, horizontal, vertical);
    contents.forEach(each -> each.draw(plot));
    legend(canvas, named, right + 16, top + ABOVE);
  }

  private void axes(Canvas canvas, Scale horizontal, Scale vertical) {
    double left = horizontal.from();
    double right = horizontal.to();
    double bottom = vertical.from();
    var grid = Canvas.Stroke.of(Palette.FAINT, 1);
    int room = (int) (bottom - vertical.to());
    for (Scale.Tick tick : vertical.ticks(Math.max(3, room / 50))) {
      canvas.line(left, tick.place(), right, tick.place(), grid);
      canvas.text(left - 8, tick.place() + 4, Canvas.Anchor.END, 12, Palette.INK, tick.label());
    }
    var axis = Canvas.Stroke.of(Palette.INK, 1);
    for (Scale.Tick tick : horizontal.ticks(8)) {
      canvas.line(tick.place(), bottom, tick.place(), bottom + 5, axis);
      canvas.text(tick.place(), bottom + 19, Canvas.Anchor.MIDDLE, 12, Palette.INK, tick.label());
    }
    canvas.line(left, bottom, right, bottom, axis);
    canvas.line(left, vertical.to(), left, bottom, axis);
    canvas.text((left + right) / 2, bottom + 36, Canvas.Anchor.MIDDLE, 12, Palette.INK, x.label());
    canvas.upwards(18, (bottom + vertical.to()) / 2, 12, y.label());
  }

  private void legend(Canvas canvas, List<Content> named, int left, int top) {
    int most = Math.max(1, (height - ABOVE - BELOW) / ROW);
    int shown = named.size() <= most ? named.size() : most - 1;
    for (int i = 0; i < shown; i++) {
      int middle = top + ROW * i + 8;
      int thick = named.get(i) instanceof Band ? 10 : 3;
      canvas.rectangle(left, middle - thick / 2.0, 20, thick, named.get(i).colour());
      canvas.text(left + 26, middle + 4, Canvas.Anchor.START, 12, Palette.INK, named.get(i).name());
    }
    if (shown < named.size()) {
      String more = "and %d more".formatted(named.size() - shown);
      canvas.text(left, top + ROW * shown + 12, Canvas.Anchor.START, 12, Palette.INK, more);
    }
  }
}
