package io.gradus.cli;

import io.gradus.experiments.compare.RunComparison;
import io.gradus.experiments.compare.SeriesDifference;
import io.gradus.experiments.run.RecordedRun;
import io.gradus.experiments.run.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/// Says how two runs compare: to a person, or as JSON.
record ComparisonReport(RunComparison found) {
  private static final String NONE = "-";

  /// Enough of a digest to tell two apart; the files and JSON hold it in full.
  private static final int DIGITS = 12;

  String text() {
    var out = new StringBuilder();
    out.append(overview().text());
    out.append(Differences.table("setting", "left", "right", found.settings()));
    out.append(Differences.table("made with", "left", "right", found.surroundings()));
    if (!found.metrics().isEmpty()) {
      out.append('\n').append(lastValues().text());
    }
    found.metrics().stream()
        .filter(each -> each.name().equals("train/loss"))
        .filter(each -> each.shared() > 0)
        .findFirst()
        .ifPresent(loss -> out.append('\n').append(parting(loss)).append('\n'));
    return out.toString();
  }

  private Table overview() {
    var table =
        new Table("", "left", "right")
            .row("run", found.left().folder().toString(), found.right().folder().toString())
            .row("status", found.left().status(), found.right().status());
    row(table, "steps", run -> lastStep(run).map(String::valueOf));
    row(
        table,
        "parameters",
        run -> run.result().map(result -> "%,d".formatted(result.parameters())));
    row(table, "time", run -> run.time().map(ComparisonReport::seconds));
    row(table, "digest", run -> run.result().map(result -> result.digest().substring(0, DIGITS)));
    return table.row("same bits", sameDigest() ? "yes" : "no");
  }

  private void row(Table table, String title, Function<RecordedRun, Optional<String>> cell) {
    table.row(title, cell.apply(found.left()).orElse(NONE), cell.apply(found.right()).orElse(NONE));
  }

  /// Of a run that was killed, the last step of which a number is known.
  private static Optional<Integer> lastStep(RecordedRun run) {
    return run.result()
        .map(Result::steps)
        .or(() ->
            run.metrics().names().stream()
                .map(name -> run.metrics().series(name).lastKey())
                .max(Integer::compare));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  private boolean sameDigest() {
    return found.left().result().isPresent()
        && found
            .left()
            .result()
            .map(Result::digest)
            .equals(found.right().result().map(Result::digest));
  }

  private Table lastValues() {
    SortedMap<String, Double> left = found.left().metrics().last();
    SortedMap<String, Double> right = found.right().metrics().last();
    var table = new Table("last of metric", "left", "right", "right - left");
    for (SeriesDifference series : found.metrics()) {
      Optional<Double> one = Optional.ofNullable(left.get(series.name()));
      Optional<Double> other = Optional.ofNullable(right.get(series.name()));
      table.row(
          series.name(),
          one.map(String::valueOf).orElse(NONE),
          other.map(String::valueOf).orElse(NONE),
          one.isPresent() && other.isPresent() ? Double.toString(other.get() - one.get()) : NONE);
    }
    return table;
  }

  private static String parting(SeriesDifference loss) {
    return loss.first()
        .map(first ->
            "train/loss first differs at step %d: %s, %s"
                .formatted(first.step(), first.left(), first.right()))
        .orElseGet(
            () -> "train/loss is the same at all %d steps that both have".formatted(loss.shared()));
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("left", run(found.left()));
    json.put("right", run(found.right()));
    json.put("same", sameDigest());
    json.put("settings", found.settings());
    json.put("surroundings", found.surroundings());
    List<Object> metrics = new ArrayList<>();
    for (SeriesDifference series : found.metrics()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("name", series.name());
      each.put("left", last(found.left(), series.name()));
      each.put("right", last(found.right(), series.name()));
      each.put("steps", Map.of("left", series.left(), "right", series.right()));
      each.put("differing", series.differing());
      each.put("first", series.first());
      metrics.add(each);
    }
    json.put("metrics", metrics);
    return json;
  }

  private static Optional<Double> last(RecordedRun run, String metric) {
    return Optional.ofNullable(run.metrics().last().get(metric));
  }

  private static Map<String, Object> run(RecordedRun run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run.folder().toString());
    json.put("status", run.status());
    json.put("steps", lastStep(run));
    json.put("parameters", run.result().map(Result::parameters));
    json.put("digest", run.result().map(Result::digest));
    json.put("seconds", run.time().map(time -> time.toMillis() / 1000.0));
    return json;
  }
}
