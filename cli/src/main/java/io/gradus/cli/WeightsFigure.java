package io.gradus.cli;

import io.gradus.experiments.figure.Axis;
import io.gradus.experiments.figure.Chart;
import io.gradus.experiments.figure.Digits;
import io.gradus.experiments.figure.Line;
import io.gradus.experiments.figure.Palette;
import io.gradus.experiments.figure.Panel;
import io.gradus.experiments.figure.Picture;
import io.gradus.experiments.insight.ParameterHistory;
import io.gradus.experiments.insight.ParameterHistory.Moment;
import io.gradus.experiments.insight.ParameterHistory.Trace;
import io.gradus.experiments.insight.WeightHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How each parameter moved while a model learned: how far, how often back, and its largest jump.
record WeightsFigure(Path run, WeightHistory history) implements Figure {
  /// More panels are a drawing that nobody scrolls through.
  private static final int PANELS = 24;

  private static final int ROWS = 10;

  static Figure of(Subject subject) {
    Path run = subject.run(Exhibit.WEIGHTS);
    return new WeightsFigure(run, WeightHistory.read(run));
  }

  private List<Integer> steps() {
    return history.steps();
  }

  @Override
  public String table() {
    return "%s: %s snapshots, steps %d to %d\n\n%s\n%s\n%s%s"
        .formatted(
            run,
            Digits.grouped(steps().size()),
            steps().getFirst(),
            steps().getLast(),
            last(),
            moves(),
            norms(),
            String.join("", notes().stream().map(note -> "\n" + note + "\n").toList()));
  }

  /// What the numbers are in the end.
  private String last() {
    var table = new Table("in the end", "numbers", "norm", "mean", "deviation", "least", "most");
    for (ParameterHistory parameter : history.parameters()) {
      Moment moment = parameter.moments().getLast();
      table.row(
          parameter.name(),
          Digits.grouped(parameter.size()),
          Digits.four(moment.norm()),
          Digits.four(moment.mean()),
          Digits.four(moment.deviation()),
          Digits.four(moment.least()),
          Digits.four(moment.most()));
    }
    return table.aligned();
  }

  /// How they came there.
  private String moves() {
    var table = new Table("on the way", "turns back", "largest jump", "from step", "to", "of");
    for (ParameterHistory parameter : history.parameters()) {
      List<String> row = new ArrayList<>(List.of(parameter.name()));
      row.add(parameter.turns().map(share -> Digits.decimals(100 * share, 1) + "%").orElse("-"));
      parameter
          .jump()
          .ifPresent(jump -> {
            row.add(Digits.four(jump.size()));
            row.add(Integer.toString(jump.from()));
            row.add(Integer.toString(jump.to()));
            row.add(jump.entry());
          });
      table.row(row.toArray(String[]::new));
    }
    return table.aligned();
  }

  /// The norms at about ten snapshots, the first and the last among them.
  private String norms() {
    int rows = Math.min(ROWS, steps().size());
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      places.add((int) ((long) i * (steps().size() - 1) / Math.max(1, rows - 1)));
    }
    List<String> titles = new ArrayList<>(List.of("norm after step"));
    places.forEach(place -> titles.add(Integer.toString(steps().get(place))));
    var table = new Table(titles.toArray(String[]::new));
    for (ParameterHistory parameter : history.parameters()) {
      List<String> row = new ArrayList<>(List.of(parameter.name()));
      places.forEach(place -> row.add(Digits.four(parameter.moments().get(place).norm())));
      table.row(row.toArray(String[]::new));
    }
    return table.aligned();
  }

  private List<String> notes() {
    return history.parameters().stream()
        .filter(parameter -> parameter.leftOut() > 0)
        .map(parameter ->
            "%s: not finite, and left out: %d".formatted(parameter.name(), parameter.leftOut()))
        .toList();
  }

  @Override
  public Object json() {
    return history;
  }

  @Override
  public String svg() {
    List<ParameterHistory> drawn =
        history.parameters().subList(0, Math.min(PANELS, history.parameters().size()));
    List<Panel> panels = new ArrayList<>();
    drawn.forEach(parameter -> panels.add(panel(parameter)));
    List<String> notes = new ArrayList<>(notes());
    if (drawn.size() < history.parameters().size()) {
      notes.add(
          "%d parameters more are in the table"
              .formatted(history.parameters().size() - drawn.size()));
    }
    return new Picture(
            "Weights of " + Subject.name(run),
            "A panel for each parameter, in it up to 20 of its numbers as lines over the steps.",
            panels,
            notes)
        .svg();
  }

  private Chart panel(ParameterHistory parameter) {
    String title =
        parameter.traces().size() < parameter.size()
            ? "%s, %d of %s"
                .formatted(
                    parameter.name(), parameter.traces().size(), Digits.grouped(parameter.size()))
            : parameter.name();
    Chart chart = Chart.of(title, Axis.linear("step"), Axis.linear("")).high(220);
    List<Integer> places = seen();
    double[] x = places.stream().mapToDouble(place -> steps().get(place)).toArray();
    for (int i = 0; i < parameter.traces().size(); i++) {
      Trace trace = parameter.traces().get(i);
      double[] y = places.stream().mapToDouble(place -> trace.numbers()[place]).toArray();
      chart = chart.with(new Line("", x, y, Palette.colour(i), 1.3));
    }
    return chart;
  }

  /// The snapshots that a line is drawn through: a pixel shows no more than one.
  private List<Integer> seen() {
    int every = Math.ceilDiv(steps().size(), 800);
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < steps().size(); place += every) {
      places.add(place);
    }
    return Collections.unmodifiableList(places);
  }
}
