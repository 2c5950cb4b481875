package io.gradus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Rows of cells whose columns stand below each other.
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... titles) {
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
    var out = new StringBuilder();
    for (List<String> row : rows) {
      var line = new StringBuilder(" ");
      for (int column = 0; column < row.size(); column++) {
        line.append(' ').append(row.get(column));
        line.repeat(' ', width(column) - row.get(column).length() + 1);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }
}
