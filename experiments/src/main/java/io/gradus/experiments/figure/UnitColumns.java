package io.gradus.experiments.figure;

import java.util.List;

/// A small network: a column for each layer of units, a line for each weight.
///
/// A line is the thicker the larger its weight is, blue above 0 and orange below, and the more
/// opaque the more goes through it.
///
/// @param columns what is written at each unit, of the inputs first
/// @param weights between each column and the next, `(after, before)`
/// @param strengths how much goes through each of them, in the same places
public record UnitColumns(
    List<Column> columns, List<double[][]> weights, List<double[][]> strengths) implements Panel {
  private static final int ABOVE = 40;
  private static final int BELOW = 16;
  private static final int SIDE = 90;
  private static final int HIGHEST = 900;
  private static final int ROOMY = 54;

  /// Closer units have no room for words.
  private static final double READABLE = 24;

  private static final double THICKEST = 8;
  private static final double FAINTEST = 0.06;

  /// Units one below the other.
  ///
  /// @param title what stands above
  /// @param units what each says
  public record Column(String title, List<String> units) {
    public Column {
      units = List.copyOf(units);
    }
  }

  public UnitColumns {
    columns = List.copyOf(columns);
    weights = List.copyOf(weights);
    strengths = List.copyOf(strengths);
  }

  private int most() {
    return columns.stream().mapToInt(column -> column.units.size()).max().orElse(1);
  }

  @Override
  public int height() {
    return ABOVE + Math.min(HIGHEST, Math.max(3, most()) * ROOMY) + BELOW;
  }

  private double gap() {
    return (height() - ABOVE - BELOW) / (double) Math.max(3, most());
  }

  private double x(int column) {
    return SIDE + column * (Picture.WIDTH - 2.0 * SIDE) / Math.max(1, columns.size() - 1);
  }

  private double y(int top, int column, int unit) {
    double middle = top + ABOVE + (height() - ABOVE - BELOW) / 2.0;
    return middle + (unit - (columns.get(column).units.size() - 1) / 2.0) * gap();
  }

  @Override
  public void draw(Canvas canvas, int top) {
    double heaviest = most(weights);
    double strongest = most(strengths);
    for (int column = 0; column < weights.size(); column++) {
      lines(canvas, top, column, heaviest, strongest);
    }
    for (int column = 0; column < columns.size(); column++) {
      units(canvas, top, column);
    }
  }

  private static double most(List<double[][]> tables) {
    double most = 0;
    for (double[][] table : tables) {
      for (double[] row : table) {
        for (double number : row) {
          most = Math.max(most, Double.isFinite(number) ? Math.abs(number) : 0);
        }
      }
    }
    return most == 0 ? 1 : most;
  }

  private void lines(Canvas canvas, int top, int column, double heaviest, double strongest) {
    double[][] between = weights.get(column);
    for (int after = 0; after < between.length; after++) {
      for (int before = 0; before < between[after].length; before++) {
        double weight = between[after][before];
        double strength = strengths.get(column)[after][before];
        if (!Double.isFinite(weight) || !Double.isFinite(strength)) {
          continue;
        }
        double opacity = FAINTEST + (1 - FAINTEST) * strength / strongest;
        canvas.line(
            x(column),
            y(top, column, before),
            x(column + 1),
            y(top, column + 1, after),
            new Canvas.Stroke(
                weight < 0 ? Palette.ORANGE : Palette.BLUE,
                0.5 + THICKEST * Math.abs(weight) / heaviest,
                opacity));
      }
    }
  }

  private void units(Canvas canvas, int top, int column) {
    boolean words = gap() >= READABLE;
    double radius = words ? Math.min(20, gap() * 0.42) : Math.max(2, gap() * 0.4);
    List<String> units = columns.get(column).units;
    for (int unit = 0; unit < units.size(); unit++) {
      double y = y(top, column, unit);
      canvas.circle(x(column), y, radius, "#ffffff", Canvas.Stroke.of(Palette.INK, 1.2));
      if (words) {
        canvas.text(x(column), y + 3.5, Canvas.Anchor.MIDDLE, 10, Palette.INK, units.get(unit));
      }
    }
    canvas.text(
        x(column), top + 20, Canvas.Anchor.MIDDLE, 13, Palette.INK, columns.get(column).title);
  }
}
