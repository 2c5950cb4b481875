package io.gradus.cli;

import io.gradus.experiments.figure.Axis;
import io.gradus.experiments.figure.Chart;
import io.gradus.experiments.figure.Digits;
import io.gradus.experiments.figure.Guide;
import io.gradus.experiments.figure.Line;
import io.gradus.experiments.figure.Palette;
import io.gradus.experiments.figure.Panel;
import io.gradus.experiments.figure.Picture;
import io.gradus.experiments.run.SetupException;
import io.gradus.experiments.run.VitalsLog;
import io.gradus.experiments.vitals.Examination;
import io.gradus.experiments.vitals.LayerVitals;
import io.gradus.experiments.vitals.ParameterVitals;
import io.gradus.experiments.vitals.Saturation;
import io.gradus.experiments.vitals.Spread;
import io.gradus.experiments.vitals.Verdict;
import io.gradus.experiments.vitals.Vitals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How the network of a run fared in the steps that were recorded, and what stands out.
///
/// @param steps in their order, at least one
record VitalsFigure(Path run, List<Vitals> steps) implements Figure {
  /// How many steps have room beside each other in a table.
  private static final int COLUMNS = 10;

  /// Where updates should be: the line of makemore part 3.
  private static final double GUIDE = -3;

  VitalsFigure {
    steps = List.copyOf(steps);
  }

  static Figure of(Subject subject) {
    Path folder = subject.run(Exhibit.VITALS);
    List<Vitals> steps = VitalsLog.read(folder);
    if (steps.isEmpty()) {
      throw new SetupException(
          folder
              + " has recorded no vitals; a run does where its experiment says record: {vitals: 100}");
    }
    return new VitalsFigure(folder, steps);
  }

  private Vitals last() {
    return steps.getLast();
  }

  @Override
  public String table() {
    return "%s: vitals of step %,d\n\n%s\n%s\n%s\n%s\n"
        .formatted(
            run,
            last().step(),
            layers().aligned(),
            parameters().aligned(),
            updates(),
            String.join("\n", findings()));
  }

  private Table layers() {
    var table =
        new Table(
            "layer",
            "type",
            "mean",
            "deviation",
            "saturated",
            "dead",
            "gradient mean",
            "deviation");
    for (LayerVitals layer : last().layers()) {
      table.row(
          layer.place(),
          layer.type(),
          Digits.four(layer.output().mean()),
          Digits.four(layer.output().deviation()),
          layer.saturation().map(found -> percent(found.share())).orElse(""),
          layer.saturation().map(VitalsFigure::dead).orElse(""),
          layer.gradient().map(found -> Digits.four(found.mean())).orElse(""),
          layer.gradient().map(found -> Digits.four(found.deviation())).orElse(""));
    }
    return table;
  }

  private static String percent(double share) {
    return "%.2f%%".formatted(100 * share);
  }

  private static String dead(Saturation found) {
    return "%d of %d".formatted(found.dead(), found.units());
  }

  private Table parameters() {
    var table =
        new Table(
            "parameter", "shape", "deviation", "gradient deviation", "grad:data", "update:data");
    for (ParameterVitals parameter : last().parameters()) {
      table.row(
          parameter.name(),
          parameter.shape().stream()
              .map(String::valueOf)
              .collect(Collectors.joining(", ", "(", ")")),
          Digits.four(parameter.deviation()),
          Digits.four(parameter.gradient().deviation()),
          Digits.four(parameter.ratio()),
          exponent(parameter.update()));
    }
    return table;
  }

  private static String exponent(double update) {
    return Double.isFinite(update) ? "%.2f".formatted(update) : Double.toString(update);
  }

  /// The matrices at about ten of the steps.
  private String updates() {
    if (matrices().isEmpty()) {
      return "";
    }
    List<Vitals> shown = spread();
    List<String> titles = new ArrayList<>(List.of("update:data at step"));
    shown.forEach(step -> titles.add("%,d".formatted(step.step())));
    var table = new Table(titles.toArray(String[]::new));
    for (String name : matrices()) {
      List<String> row = new ArrayList<>(List.of(name));
      shown.forEach(step -> row.add(update(step, name).map(VitalsFigure::exponent).orElse("")));
      table.row(row.toArray(String[]::new));
    }
    return table.aligned() + "update:data is log10; about -3 is usual\n";
  }

  private List<Vitals> spread() {
    if (steps.size() <= COLUMNS) {
      return steps;
    }
    return IntStream.range(0, COLUMNS)
        .mapToObj(i -> steps.get((int) ((long) i * (steps.size() - 1) / (COLUMNS - 1))))
        .toList();
  }

  private List<String> matrices() {
    return last().parameters().stream()
        .filter(ParameterVitals::isMatrix)
        .map(ParameterVitals::name)
        .toList();
  }

  private static Optional<Double> update(Vitals step, String name) {
    return step.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(ParameterVitals::update)
        .findFirst();
  }

  /// What stands out; advice that holds for several in a row stands behind the last of them.
  private List<String> findings() {
    List<Verdict> verdicts = Examination.of(steps);
    if (verdicts.isEmpty()) {
      return List.of("Nothing stands out.");
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      lines.add(verdict.inWords());
      boolean more =
          i + 1 < verdicts.size() && verdicts.get(i + 1).advice().equals(verdict.advice());
      if (!more) {
        lines.add("  Try " + verdict.advice() + ".");
      }
    }
    return lines;
  }

  @Override
  public Object json() {
    Map<String, List<Optional<Double>>> updates = new LinkedHashMap<>();
    for (String name : matrices()) {
      updates.put(name, steps.stream().map(step -> update(step, name)).toList());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run.toString());
    json.put("step", last().step());
    json.put("layers", last().layers());
    json.put("parameters", last().parameters());
    json.put("steps", steps.stream().map(Vitals::step).toList());
    json.put("updates", updates);
    json.put("verdicts", Examination.of(steps));
    return json;
  }

  /// Activations where there are any, otherwise all layers.
  @Override
  public String svg() {
    List<String> places = places();
    List<Panel> panels = new ArrayList<>();
    panels.add(
        layers(
            "deviation of outputs",
            Axis.linear("deviation"),
            places,
            layer -> Optional.of(layer.output().deviation())));
    if (last().layers().stream().anyMatch(layer -> layer.saturation().isPresent())) {
      panels.add(
          layers(
              "saturated outputs",
              Axis.linear("share"),
              places,
              layer -> layer.saturation().map(Saturation::share)));
    }
    panels.add(
        layers(
            "deviation of the outputs' gradients",
            Axis.log10("deviation"),
            places,
            layer -> layer.gradient().map(Spread::deviation)));
    panels.add(updatesChart());
    String description = "vitals up to step %,d".formatted(last().step());
    return new Picture("Vitals of " + Subject.name(run), description, panels, findings()).svg();
  }

  private List<String> places() {
    boolean some = last().layers().stream().anyMatch(layer -> layer.saturation().isPresent());
    return last().layers().stream()
        .filter(layer -> !some || layer.saturation().isPresent())
        .map(LayerVitals::place)
        .toList();
  }

  private Chart layers(
      String title,
      Axis axis,
      List<String> places,
      Function<LayerVitals, Optional<Double>> number) {
    Chart chart = Chart.of(title, Axis.linear("step"), axis).high(300);
    for (int i = 0; i < places.size(); i++) {
      String place = places.get(i);
      chart =
          chart.with(
              line(
                  i,
                  place,
                  step ->
                      step.layers().stream()
                          .filter(layer -> layer.place().equals(place))
                          .findFirst()
                          .flatMap(number)));
    }
    return chart;
  }

  private Chart updatesChart() {
    Chart chart =
        Chart.of("update:data, log10", Axis.linear("step"), Axis.linear("log10"))
            .with(new Guide(GUIDE, "about -3 is usual"));
    List<String> names = matrices();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      chart = chart.with(line(i, name, step -> update(step, name)));
    }
    return chart;
  }

  private Line line(int place, String name, Function<Vitals, Optional<Double>> number) {
    return new Line(
        name,
        steps.stream().mapToDouble(Vitals::step).toArray(),
        steps.stream().mapToDouble(step -> number.apply(step).orElse(Double.NaN)).toArray(),
        Palette.colour(place),
        2);
  }
}
