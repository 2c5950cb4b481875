package io.gradus.cli;

import io.gradus.experiments.figure.Axis;
import io.gradus.experiments.figure.Band;
import io.gradus.experiments.figure.Chart;
import io.gradus.experiments.figure.Digits;
import io.gradus.experiments.figure.Line;
import io.gradus.experiments.figure.Palette;
import io.gradus.experiments.figure.Panel;
import io.gradus.experiments.figure.Picture;
import io.gradus.experiments.insight.Curve;
import io.gradus.experiments.insight.Curve.Piece;
import io.gradus.experiments.run.Metrics;
import io.gradus.experiments.run.RecordedRun;
import io.gradus.experiments.run.SetupException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The loss of a run step by step, raw and smoothed, with what was evaluated on the way.
///
/// @param curves the loss of training first, then the others by name
record LossFigure(RecordedRun run, List<Curve> curves) implements Figure {
  private static final String TRAINING = "train/loss";
  private static final int ROWS = 20;
  private static final int SPARKS = 60;

  /// From the least to the most.
  private static final String HEIGHTS = "▁▂▃▄▅▆▇█";

  /// Behind the line that is smooth.
  private static final String RAW = "#bcd9ea";

  /// A loss that falls by more than this factor is seen best on a logarithmic axis.
  private static final double STEEP = 100;

  LossFigure {
    curves = List.copyOf(curves);
  }

  static Figure of(Subject subject) {
    RecordedRun run = RecordedRun.open(subject.run(Exhibit.LOSS));
    Metrics metrics = run.metrics();
    List<String> names =
        metrics.names().stream()
            .filter(name -> name.matches("(train|validation|test)/.+"))
            .toList();
    if (names.isEmpty()) {
      throw new SetupException(run.folder() + " has recorded no loss");
    }
    List<String> others = names.stream().filter(name -> !name.equals(TRAINING)).toList();
    return new LossFigure(
        run,
        Stream.concat(names.stream().filter(TRAINING::equals), others.stream())
            .map(name -> curve(name, metrics.series(name), subject.look()))
            .toList());
  }

  private static Curve curve(String name, SortedMap<Integer, Double> series, Look look) {
    return look.smooth()
        .filter(_ -> name.startsWith("train/"))
        .map(block -> Curve.of(name, series, block))
        .orElseGet(() -> Curve.of(name, series));
  }

  @Override
  public String table() {
    return "%s: %s\n\n%s%s%s"
        .formatted(run.folder(), state(), sparks(), rows().aligned(), remarks());
  }

  private String state() {
    return run.result()
        .map(result -> "%s after step %d".formatted(result.status(), result.steps()))
        .orElse("unfinished, and shown as far as it came");
  }

  /// The smooth curve of the first metric as one line of text.
  private String sparks() {
    Curve first = curves.getFirst();
    List<Piece> pieces = Curve.condensed(run.metrics().series(first.name()), SPARKS);
    double least = pieces.stream().mapToDouble(Piece::mean).min().orElse(0);
    double most = pieces.stream().mapToDouble(Piece::mean).max().orElse(0);
    if (pieces.size() < 2 || most == least) {
      return "";
    }
    var line = new StringBuilder();
    for (Piece piece : pieces) {
      int height = (int) ((piece.mean() - least) / (most - least) * (HEIGHTS.length() - 1) + 0.5);
      line.append(HEIGHTS.charAt(height));
    }
    return "%s  %s, %s to %s\n\n"
        .formatted(line, first.name(), Digits.four(least), Digits.four(most));
  }

  /// The first metric in about twenty parts; of the others the last number up to there.
  private Table rows() {
    Curve first = curves.getFirst();
    List<String> titles = new ArrayList<>(List.of("steps", first.name(), "lowest", "highest"));
    curves.stream().skip(1).forEach(other -> titles.add(other.name()));
    var table = new Table(titles.toArray(String[]::new));
    int before = -1;
    for (Piece piece : Curve.condensed(run.metrics().series(first.name()), ROWS)) {
      List<String> row = new ArrayList<>();
      boolean one = piece.from() == piece.to();
      row.add(one ? Integer.toString(piece.to()) : piece.from() + " to " + piece.to());
      row.add(Digits.four(piece.mean()));
      row.add(Digits.four(piece.least()));
      row.add(Digits.four(piece.most()));
      for (Curve other : curves.subList(1, curves.size())) {
        row.add(last(other.name(), before + 1, piece.to()));
      }
      table.row(row.toArray(String[]::new));
      before = piece.to();
    }
    return table;
  }

  private String last(String name, int from, int to) {
    SortedMap<Integer, Double> part = run.metrics().series(name).subMap(from, to + 1);
    return part.isEmpty() ? "" : Digits.four(part.lastEntry().getValue());
  }

  private String remarks() {
    var text = new StringBuilder();
    notes().forEach(note -> text.append('\n').append(note).append('\n'));
    return text.toString();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (Curve curve : curves) {
      if (curve.leftOut() > 0) {
        notes.add(
            "%s: %,d numbers are NaN or infinite and left out"
                .formatted(curve.name(), curve.leftOut()));
      }
    }
    return notes;
  }

  @Override
  public Object json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run.folder().toString());
    json.put("status", run.status());
    json.put("curves", curves.stream().map(LossFigure::json).toList());
    return json;
  }

  private static Map<String, Object> json(Curve curve) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", curve.name());
    json.put("numbers", curve.numbers());
    json.put("leftOut", curve.leftOut());
    json.put("block", curve.block());
    json.put("smooth", curve.smooth());
    return json;
  }

  /// A panel for the losses, and one for each other thing that was measured.
  @Override
  public String svg() {
    SortedMap<String, List<Curve>> kinds = new TreeMap<>();
    List<Curve> losses = new ArrayList<>();
    for (Curve curve : curves) {
      String kind = curve.name().substring(curve.name().indexOf('/') + 1);
      boolean loss = kind.endsWith("loss");
      (loss ? losses : kinds.computeIfAbsent(kind, _ -> new ArrayList<>())).add(curve);
    }
    List<Panel> panels = new ArrayList<>();
    if (!losses.isEmpty()) {
      panels.add(panel("loss", losses));
    }
    kinds.forEach((kind, those) -> panels.add(panel(kind, those).high(280)));
    String title = "Loss of %s".formatted(run.folder());
    return new Picture(title, state(), panels, notes()).svg();
  }

  private static Chart panel(String title, List<Curve> curves) {
    Chart chart =
        Chart.of(
            title, Axis.linear("step"), isSteep(curves) ? Axis.log10(title) : Axis.linear(title));
    for (Curve curve : curves) {
      if (curve.block() > 1) {
        chart = chart.with(raw(curve));
      }
    }
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      chart =
          chart.with(
              new Line(
                  curve.block() > 1
                      ? "mean of %,d".formatted(curve.block()) + ", " + curve.name()
                      : curve.name(),
                  curve.smooth().stream().mapToDouble(Piece::middle).toArray(),
                  curve.smooth().stream().mapToDouble(Piece::mean).toArray(),
                  Palette.colour(i),
                  2));
    }
    return chart;
  }

  private static Band raw(Curve curve) {
    return new Band(
        "every step",
        curve.raw().stream().mapToDouble(Piece::middle).toArray(),
        curve.raw().stream().mapToDouble(Piece::least).toArray(),
        curve.raw().stream().mapToDouble(Piece::most).toArray(),
        RAW);
  }

  private static boolean isSteep(List<Curve> curves) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (Curve curve : curves) {
      for (Piece piece : curve.smooth()) {
        least = Math.min(least, piece.least());
        most = Math.max(most, piece.mean());
      }
    }
    return least > 0 && most > STEEP * least;
  }
}
