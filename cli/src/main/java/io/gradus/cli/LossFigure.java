package io.gradus.cli;

import io.gradus.experiments.insight.Curve;
import io.gradus.experiments.run.Metrics;
import io.gradus.experiments.run.RecordedRun;
import io.gradus.experiments.run.SetupException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/// The loss of a run step by step, raw and smoothed, with what was evaluated on the way.
///
/// @param curves the loss of training first, then the others by name
record LossFigure(RecordedRun run, List<Curve> curves) implements Figure {
  private static final String TRAINING = "train/loss";

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

  /// How far the run came, in words.
  String state() {
    return run.result()
        .map(result -> "%s after step %d".formatted(result.status(), result.steps()))
        .orElse("unfinished, and shown as far as it came");
  }

  /// What is not seen.
  List<String> notes() {
    return curves.stream()
        .filter(curve -> curve.leftOut() > 0)
        .map(curve -> "%s: not finite, and left out: %d".formatted(curve.name(), curve.leftOut()))
        .toList();
  }

  @Override
  public String table() {
    return LossTable.of(this);
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

  @Override
  public String svg() {
    return LossDrawing.of(this).svg();
  }
}
