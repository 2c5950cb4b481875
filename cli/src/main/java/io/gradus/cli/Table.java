package io.gradus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Rows of cells whose columns stand below each other.
final class Table {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?\\d[\\d,.]*(?:[eE]-?\\d+)?%?|-?Infinity|NaN|-");

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final int titles;

  Table(String... titles) {
    this.titles = titles.length > 0 ? 1 : 0;
    if (titles.length > 0) {
      row(titles);
    }
  }

  Table row(String... cells) {
    rows.add(Stream.of(cells).map(cell -> cell.replaceAll("\\p{Cntrl}", " ")).toList());
    return this;
  }

  /// The rows, each on a line that begins with two spaces.
  String text() {
    return text(GAP, false);
  }

  /// The rows from the margin on, columns of numbers to the right.
  String aligned() {
    return text("", true);
  }

  private String text(String margin, boolean aligned) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    boolean[] right = new boolean[columns];
    for (int column = 0; column < columns; column++) {
      widths[column] = width(column);
      right[column] = aligned && isOfNumbers(column);
    }
    var out = new StringBuilder();
    for (List<String> row : rows) {
      var line = new StringBuilder(margin);
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        String space = " ".repeat(widths[column] - length(cell));
        line.append(right[column] ? space + cell : cell + space);
        line.append(widths[column] == 0 && aligned ? "" : GAP);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  /// Whether all that stands below the titles is numbers, or nothing.
  private boolean isOfNumbers(int column) {
    List<String> cells = column(column).skip(titles).filter(cell -> !cell.isEmpty()).toList();
    return !cells.isEmpty() && cells.stream().allMatch(NUMBER.asMatchPredicate());
  }

  private int width(int column) {
    return column(column).mapToInt(Table::length).max().orElse(0);
  }

  private Stream<String> column(int column) {
    return rows.stream().filter(row -> column < row.size()).map(row -> row.get(column));
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
