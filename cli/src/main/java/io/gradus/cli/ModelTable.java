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
    Table table = anatomy.layers().isEmpty() ? parts(anatomy.parts()) : layers(anatomy.layers());
    return "%s: %s, for %s\n\n%s\n%s"
        .formatted(
            anatomy.experiment(),
            anatomy.model(),
            anatomy.data(),
            table.aligned(),
            totals(anatomy.totals()));
  }

  private static Table layers(List<LayerRow> layers) {
    var table = new Table("layer", "type", "output", "parameters", "bytes", "");
    for (LayerRow layer : layers) {
      Totals own = layer.totals();
      table.row(
          GAP.repeat(layer.depth()) + layer.place(),
          layer.type(),
          layer.output().stream()
              .map(each -> ", " + each)
              .collect(Collectors.joining("", "(B", ")")),
          number(own.parameters()),
          number(own.bytes()),
          remark(own));
    }
    return table;
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

  private static Table parts(List<Part> parts) {
    var table = new Table("name", "shape", "numbers", "bytes", "");
    for (Part part : parts) {
      table.row(
          part.name(),
          part.shape().stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")")),
          number(part.count()),
          number(part.bytes()),
          part.state() == Anatomy.State.LEARNED ? "" : part.state().toString());
    }
    return table;
  }

  private static String totals(Totals totals) {
    var table = new Table();
    table.row("parameters", number(totals.parameters()));
    table.row("learned", number(totals.learned()));
    table.row("frozen", number(totals.frozen()));
    if (totals.counted() > 0) {
      table.row("counted", number(totals.counted()));
    }
    table.row("buffers", number(totals.buffers()));
    table.row("bytes", number(totals.bytes()));
    return table.aligned();
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
