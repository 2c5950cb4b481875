package io.gradus.cli;

import io.gradus.experiments.figure.Axis;
import io.gradus.experiments.figure.Chart;
import io.gradus.experiments.figure.Digits;
import io.gradus.experiments.figure.Line;
import io.gradus.experiments.figure.Mark;
import io.gradus.experiments.figure.Palette;
import io.gradus.experiments.figure.Picture;
import io.gradus.experiments.search.RateCurve;
import io.gradus.experiments.search.RateCurve.Point;
import io.gradus.experiments.search.Sweep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// The loss at each of a row of growing rates.
///
/// @param experiment what a person calls it
record RateFigure(String experiment, Sweep sweep, RateCurve curve) implements Figure {
  private static final int ROWS = 20;

  /// Behind the line that is smooth.
  private static final String RAW = "#bcd9ea";

  /// A loss that falls by more than this factor is seen best on a logarithmic axis.
  private static final double STEEP = 100;

  @Override
  public String table() {
    var table = new Table("exponent", "rate", "loss");
    int each = Math.max(1, curve.points().size() / ROWS);
    for (int i = 0; i < curve.points().size(); i += each) {
      Point point = curve.points().get(i);
      table.row(
          "%.2f".formatted(point.exponent()),
          Digits.four(point.rate()),
          Digits.four(point.smooth()));
    }
    return "%s: %s\n\n%s\n%s\n"
        .formatted(experiment, searched(), table.aligned(), String.join("\n", findings()));
  }

  private String searched() {
    return "%,d steps with rates from %s to %s"
        .formatted(curve.points().size(), Digits.four(sweep.from()), Digits.four(sweep.to()));
  }

  private List<String> findings() {
    List<String> all = new ArrayList<>();
    curve
        .stopped()
        .ifPresent(rate ->
            all.add(
                "The loss exploded at %s: it was no finite number, or ten times the first."
                    .formatted(Digits.four(rate))));
    curve
        .steepest()
        .ifPresent(point -> all.add("The loss falls steepest at %s.".formatted(at(point))));
    curve
        .lowest()
        .ifPresent(point ->
            all.add("It is lowest, %s, at %s.".formatted(Digits.four(point.smooth()), at(point))));
    curve.rises().ifPresent(point -> all.add("It rises again from %s on.".formatted(at(point))));
    all.add(advice());
    return all;
  }

  private static String at(Point point) {
    return "%s (10^%.2f)".formatted(Digits.four(point.rate()), point.exponent());
  }

  private String advice() {
    return curve
        .suggestion()
        .map(found -> "Try a rate of about %s: %s.".formatted(found.rate(), found.reason()))
        .orElseGet(() -> "No rate is suggested: %s.".formatted(curve.silence().orElseThrow()));
  }

  @Override
  public Object json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("experiment", experiment);
    json.put("from", sweep.from());
    json.put("to", sweep.to());
    json.put("stopped", curve.stopped());
    json.put("lowest", curve.lowest());
    json.put("steepest", curve.steepest());
    json.put("rises", curve.rises());
    json.put("suggestion", curve.suggestion());
    json.put("silence", curve.silence());
    json.put("points", curve.points());
    return json;
  }

  @Override
  public String svg() {
    Axis loss = isSteep() ? Axis.log10("loss") : Axis.linear("loss");
    Chart chart =
        Chart.of("loss at each rate", Axis.log10("learning rate"), loss)
            .with(line("one batch", Point::loss, RAW, 1))
            .with(line("mean around", Point::smooth, Palette.colour(0), 2));
    Optional<Point> suggested = suggested();
    if (suggested.isPresent()) {
      String label = "about " + curve.suggestion().orElseThrow().rate();
      Point at = suggested.get();
      chart = chart.with(new Mark(label, at.rate(), at.smooth(), Palette.ORANGE));
    }
    String title = "Rates for " + experiment;
    return new Picture(title, searched(), List.of(chart), findings()).svg();
  }

  /// The point that is nearest to the suggestion.
  private Optional<Point> suggested() {
    return curve
        .suggestion()
        .flatMap(found ->
            curve.points().stream().filter(point -> point.rate() >= found.rate()).findFirst());
  }

  private Line line(String name, ToDoubleFunction<Point> height, String colour, double width) {
    return new Line(
        name,
        curve.points().stream().mapToDouble(Point::rate).toArray(),
        curve.points().stream().mapToDouble(height).toArray(),
        colour,
        width);
  }

  private boolean isSteep() {
    double least = curve.lowest().map(Point::smooth).orElse(0.0);
    double most = curve.points().stream().mapToDouble(Point::smooth).max().orElse(0);
    return least > 0 && most > STEEP * least;
  }
}
