package io.gradus.cli;

import io.gradus.experiments.run.Anatomy;
import io.gradus.experiments.run.Anatomy.LayerRow;
import io.gradus.experiments.run.Anatomy.Part;
import io.gradus.experiments.run.Anatomy.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a model is made of, for people.
final class ModelTable {
  private static final String GAP = "  ";

  private ModelTable() {}

  static String of(Anatomy anatomy) {
    List<List<String>> rows =
        anatomy.layers().isEmpty() ? parts(anatomy.parts()) : layers(anatomy.layers());
    return "%s: %s, for %s\n\n%s\n%s"
        .formatted(
            anatomy.experiment(),
            anatomy.model(),
            anatomy.data(),
            aligned(rows),
            totals(anatomy.totals()));
  }

  private static List<List<String>> layers(List<LayerRow> layers) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("layer", "type", "output", "parameters", "bytes", ""));
    for (LayerRow layer : layers) {
      Totals own = layer.totals();
      rows.add(
          List.of(
              GAP.repeat(layer.depth()) + layer.place(),
              layer.type(),
              layer.output().stream()
                  .map(each -> ", " + each)
                  .collect(Collectors.joining("", "(B", ")")),
              number(own.parameters()),
              number(own.bytes()),
              remark(own)));
    }
    return rows;
  }

  private static String remark(Totals own) {
    List<String> remarks = new ArrayList<>();
    if (own.frozen() > 0) {
      remarks.add(own.learned() == 0 ? "frozen" : number(own.frozen()) + " frozen");
    }
    if (own.buffers() > 0) {
      remarks.add("and %s in buffers".formatted(number(own.buffers())));
    }
    return String.join(", ", remarks);
  }

  private static List<List<String>> parts(List<Part> parts) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("name", "shape", "numbers", "bytes", ""));
    for (Part part : parts) {
      rows.add(
          List.of(
              part.name(),
              part.shape().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(", ", "(", ")")),
              number(part.count()),
              number(part.bytes()),
              part.state() == Anatomy.State.LEARNED ? "" : part.state().toString()));
    }
    return rows;
  }

  private static String totals(Totals totals) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("parameters", number(totals.parameters())));
    rows.add(List.of("learned", number(totals.learned())));
    rows.add(List.of("frozen", number(totals.frozen())));
    if (totals.counted() > 0) {
      rows.add(List.of("counted", number(totals.counted())));
    }
    rows.add(List.of("buffers", number(totals.buffers())));
    rows.add(List.of("bytes", number(totals.bytes())));
    return aligned(rows);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// Columns as wide as their widest cell, those of numbers to the right.
  private static String aligned(List<List<String>> rows) {
    var out = new StringBuilder();
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        int width = rows.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
        String cell = row.get(i);
        String space = " ".repeat(width - cell.length());
        boolean right = isNumber(rows.getLast().get(i));
        line.append(right ? space + cell : cell + space).append(width == 0 ? "" : GAP);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private static boolean isNumber(String cell) {
    return !cell.isEmpty() && Character.isDigit(cell.charAt(0));
  }
}
