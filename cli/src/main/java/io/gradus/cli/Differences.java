package io.gradus.cli;

import io.gradus.experiments.compare.Difference;
import io.gradus.experiments.compare.SeriesDifference;
import io.gradus.experiments.compare.TensorDifference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Differences between two runs as tables for a person; nothing where there are none.
final class Differences {
  /// More rows of a kind are only counted; JSON holds them all.
  private static final int MOST_ROWS = 20;

  /// More of a text would tear its column apart.
  private static final int WIDEST = 60;

  private static final long MOST_ULPS = 1_000_000;

  private static final String NONE = "-";

  private Differences() {}

  /// Texts that differ.
  static String table(String title, String left, String right, List<Difference> all) {
    var table = new Table(title, left, right);
    return rows(
        all,
        table,
        each -> table.row(each.what(), shortened(each.left()), shortened(each.right())));
  }

  private static String shortened(Optional<String> text) {
    String cell = text.orElse(NONE);
    return cell.length() > WIDEST ? cell.substring(0, WIDEST - 3) + "..." : cell;
  }

  /// Metrics that differ.
  static String metrics(String left, String right, List<SeriesDifference> all) {
    var differ = all.stream().filter(each -> each.differing() > 0).toList();
    var table =
        new Table(
            "metric", "differ", "first at step", left, right, "ulps", "most relative", "at step");
    var alone = all.stream().filter(each -> each.alone().isPresent()).toList();
    var lengths = new Table("metric", "numbers " + left, right, "first of one only at step");
    return rows(differ, table, each -> table.row(cells(each)))
        + rows(
            alone,
            lengths,
            each ->
                lengths.row(
                    each.name(),
                    Integer.toString(each.left()),
                    Integer.toString(each.right()),
                    each.alone().map(String::valueOf).orElse(NONE)));
  }

  private static String[] cells(SeriesDifference series) {
    SeriesDifference.Point first = series.first().orElseThrow();
    SeriesDifference.Point largest = series.largest().orElseThrow();
    return new String[] {
      series.name(),
      Integer.toString(series.differing()),
      Integer.toString(first.step()),
      Double.toString(first.left()),
      Double.toString(first.right()),
      ulps(first.distance().ulps()),
      rounded(largest.distance().relative()),
      Integer.toString(largest.step())
    };
  }

  /// Tensors that differ.
  static String tensors(String left, String right, List<TensorDifference> all) {
    var numbers = all.stream().filter(each -> each.left().equals(each.right())).toList();
    var table =
        new Table(
            "tensor", "differ", "of", "most ulps", "absolute", "relative", "first at", left, right);
    List<Difference> shapes =
        all.stream()
            .filter(each -> !each.left().equals(each.right()))
            .map(each -> new Difference(each.name(), each.left(), each.right()))
            .toList();
    return rows(numbers, table, each -> table.row(cells(each)))
        + table("tensor", left, right, shapes);
  }

  private static String[] cells(TensorDifference tensor) {
    TensorDifference.Element first = tensor.first().orElseThrow();
    return new String[] {
      tensor.name(),
      Long.toString(tensor.differing()),
      Long.toString(tensor.elements()),
      ulps(tensor.ulps()),
      rounded(tensor.absolute()),
      rounded(tensor.relative()),
      first.index(),
      first.left(),
      first.right()
    };
  }

  /// A distance as a person grasps it: the digits of a small one, the size of a large one.
  private static String ulps(Optional<Long> ulps) {
    return ulps.map(count ->
            count < MOST_ULPS
                ? count.toString()
                : String.format(Locale.ROOT, "%.0e", (double) count))
        .orElse(NONE);
  }

  private static String rounded(double number) {
    return Double.isFinite(number) ? String.format(Locale.ROOT, "%.2g", number) : NONE;
  }

  private static <D> String rows(List<D> all, Table table, Consumer<D> row) {
    if (all.isEmpty()) {
      return "";
    }
    all.stream().limit(MOST_ROWS).forEach(row);
    String more = all.size() > MOST_ROWS ? "  and %d more\n".formatted(all.size() - MOST_ROWS) : "";
    return Stream.of("\n", table.text(), more).reduce("", String::concat);
  }
}
