package io.gradus.experiments.tracking;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Numbers as a table of comma-separated values (RFC 4180): a row for each step, a column for each
/// metric, in the order of their first numbers; a cell is empty where a step has no such number.
///
/// A spreadsheet draws columns, so the table is wide, though nobody knows the columns beforehand:
/// `validation/loss` comes after the first evaluation, `test/loss` in the end. Where a column comes
/// late the file is written once more with one more cell in each row; that happens as often as a
/// run has kinds of numbers, not steps.
final class CsvTable implements Tracker {
  private final Path file;
  private final List<String> columns = new ArrayList<>();
  private final SortedMap<Integer, String> row = new TreeMap<>();
  private BufferedWriter out;
  private int step;
  private int written;

  /// An empty table, whatever the file held before.
  CsvTable(Path file) throws IOException {
    this.file = file;
    this.out = Files.newBufferedWriter(file);
    out.write("step\n");
  }

  @Override
  public void recorded(int step, String name, double value) throws IOException {
    if (step != this.step) {
      endRow();
      this.step = step;
    }
    if (!columns.contains(name)) {
      columns.add(name);
    }
    row.put(columns.indexOf(name), Double.toString(value));
  }

  /// Writes the row of the step that is over.
  private void endRow() throws IOException {
    if (row.isEmpty()) {
      return;
    }
    if (written < columns.size()) {
      widen();
    }
    out.write(Integer.toString(step));
    for (int i = 0; i < columns.size(); i++) {
      out.write(',');
      out.write(row.getOrDefault(i, ""));
    }
    out.write('\n');
    row.clear();
  }

  /// Gives every row that is there the cells of the new columns, which are empty.
  private void widen() throws IOException {
    out.close();
    Path wider = file.resolveSibling("." + file.getFileName() + ".part");
    String cells = ",".repeat(columns.size() - written);
    try (BufferedReader narrow = Files.newBufferedReader(file);
        BufferedWriter wide = Files.newBufferedWriter(wider)) {
      wide.write(header());
      String _ = narrow.readLine(); // the old header
      for (String line = narrow.readLine(); line != null; line = narrow.readLine()) {
        wide.write(line);
        wide.write(cells);
        wide.write('\n');
      }
    }
    Files.move(wider, file, StandardCopyOption.REPLACE_EXISTING);
    written = columns.size();
    out = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
  }

  private String header() {
    var header = new StringBuilder("step");
    columns.forEach(name -> header.append(',').append(quoted(name)));
    return header.append('\n').toString();
  }

  private static String quoted(String name) {
    return name.matches("[^\",\\v]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /// The row under way is not written yet: its step may have more numbers, and a run that goes on
  /// tells it again.
  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void ended(String status) throws IOException {
    endRow();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
