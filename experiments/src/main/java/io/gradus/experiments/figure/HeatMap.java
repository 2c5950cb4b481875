package io.gradus.experiments.figure;

import java.util.List;

/// A table of numbers, each a cell that is the darker the more.
///
/// @param rows what is written beside the rows, and across, above the columns
/// @param cells a number for each row and column; none is below 0
/// @param names what is written above the number of a cell, where there is room; none for nothing
/// @param scale what the numbers are
public record HeatMap(
    List<String> rows,
    List<String> columns,
    double[][] cells,
    List<List<String>> names,
    String scale)
    implements Panel {
  private static final int LEFT = 60;
  private static final int ABOVE = 30;
  private static final int BELOW = 60;
  private static final int LARGEST = 40;

  /// Smaller cells have no room for words.
  private static final double READABLE = 24;

  /// Steps of colour that are shown below.
  private static final int STEPS = 40;

  public HeatMap {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    names = List.copyOf(names);
  }

  private double side() {
    int most = Math.max(rows.size(), columns.size());
    return Math.min(LARGEST, (Picture.WIDTH - LEFT - 20.0) / most);
  }

  @Override
  public int height() {
    return ABOVE + (int) Math.ceil(side() * rows.size()) + BELOW;
  }

  @Override
  public void draw(Canvas canvas, int top) {
    double most = 0;
    for (double[] row : cells) {
      for (double cell : row) {
        most = Math.max(most, Double.isFinite(cell) ? cell : 0);
      }
    }
    double side = side();
    int letters = (int) Math.clamp(side * 0.6, 5, 13);
    for (int row = 0; row < rows.size(); row++) {
      double middle = top + ABOVE + side * (row + 0.5) + letters * 0.35;
      canvas.text(LEFT - 8, middle, Canvas.Anchor.END, letters, Palette.INK, rows.get(row));
    }
    for (int column = 0; column < columns.size(); column++) {
      double middle = LEFT + side * (column + 0.5);
      canvas.text(
          middle, top + ABOVE - 8, Canvas.Anchor.MIDDLE, letters, Palette.INK, columns.get(column));
    }
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        cell(canvas, top, row, column, most);
      }
    }
    legend(canvas, top + height() - BELOW + 16, most);
  }

  private void cell(Canvas canvas, int top, int row, int column, double most) {
    double side = side();
    double number = cells[row][column];
    double share = most > 0 && Double.isFinite(number) ? number / most : 0;
    double x = LEFT + side * column;
    double y = top + ABOVE + side * row;
    canvas.rectangle(x, y, side, side, Palette.ramp(share));
    if (side < READABLE || names.isEmpty()) {
      return;
    }
    String ink = Palette.onRamp(share);
    String name = names.get(row).get(column);
    canvas.text(x + side / 2, y + side * 0.42, Canvas.Anchor.MIDDLE, 10, ink, name);
    canvas.text(x + side / 2, y + side * 0.82, Canvas.Anchor.MIDDLE, 9, ink, brief(number));
  }

  /// As few digits as have room: `0.37`, `2.5`, `6763`, `140k`.
  private static String brief(double number) {
    if (!Double.isFinite(number) || number >= 100_000) {
      return Double.isFinite(number) ? Digits.fixed(number / 1000, 0) + "k" : "?";
    }
    return Digits.fixed(number, number < 1 ? 2 : number < 100 ? 1 : 0);
  }

  private void legend(Canvas canvas, int top, double most) {
    for (int step = 0; step < STEPS; step++) {
      canvas.rectangle(LEFT + 6.0 * step, top, 6, 12, Palette.ramp(step / (STEPS - 1.0)));
    }
    double end = LEFT + 6.0 * STEPS;
    canvas.text(LEFT, top + 26, Canvas.Anchor.START, 11, Palette.INK, "0");
    canvas.text(end, top + 26, Canvas.Anchor.END, 11, Palette.INK, Digits.four(most));
    canvas.text(end + 12, top + 10, Canvas.Anchor.START, 12, Palette.INK, scale);
  }
}
