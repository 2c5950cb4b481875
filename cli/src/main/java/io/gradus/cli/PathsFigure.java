package io.gradus.cli;

import io.gradus.data.Dataset;
import io.gradus.data.Form;
import io.gradus.data.Points;
import io.gradus.experiments.Experiment;
import io.gradus.experiments.figure.Digits;
import io.gradus.experiments.figure.Picture;
import io.gradus.experiments.figure.UnitColumns;
import io.gradus.experiments.insight.LayerPaths;
import io.gradus.experiments.insight.PathStrengths;
import io.gradus.experiments.insight.PathStrengths.Check;
import io.gradus.experiments.insight.PathStrengths.Strength;
import io.gradus.experiments.insight.ScalarPaths;
import io.gradus.experiments.insight.Stage;
import io.gradus.experiments.run.RestoredModel;
import io.gradus.experiments.run.SetupException;
import io.gradus.nn.network.Layered;
import io.gradus.nn.scalar.ScalarMlpSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How strongly each input of a small network reaches its output, path by path.
record PathsFigure(Path run, PathStrengths strengths) implements Figure {
  /// As many of each input and output.
  private static final int TOP = 20;

  static Figure of(Subject subject) {
    RestoredModel restored = subject.restored(Exhibit.PATHS);
    List<Double> x = point(restored, subject.look());
    if (restored.experiment() instanceof Experiment.Trained trained
        && trained.model() instanceof ScalarMlpSpec spec) {
      return new PathsFigure(
          restored.folder(), ScalarPaths.of(spec, restored.model().parameters(), x));
    }
    if (restored.model() instanceof Layered layered && restored.examples().isPresent()) {
      Dataset one = restored.examples().get().range(0, 1);
      return new PathsFigure(restored.folder(), LayerPaths.of(layered.layers(one), x));
    }
    throw new SetupException(
        "paths are followed through a scalar-mlp, or a sequential model of points; %s is neither"
            .formatted(restored.folder()));
  }

  /// What `--at` says, or else the first point that the model learned from.
  private static List<Double> point(RestoredModel restored, Look look) {
    if (!(restored.form() instanceof Form.Features features)) {
      throw new SetupException(
          "paths are followed from the numbers of a point, and the model of %s reads %s"
              .formatted(restored.folder(), restored.form().inWords()));
    }
    List<Double> x =
        look.at()
            .or(() ->
                restored
                    .examples()
                    .filter(Points.class::isInstance)
                    .map(points -> ((Points) points).points().getFirst().features()))
            .orElseThrow(() -> new SetupException("say at which point, such as --at 0.5,1"));
    if (x.size() != features.width()) {
      throw new SetupException(
          "--at has %d numbers, and the model of %s reads %d"
              .formatted(x.size(), restored.folder(), features.width()));
    }
    return x;
  }

  @Override
  public String table() {
    return "%s: %s paths at x = %s\n\n%s\n%s"
        .formatted(run, Digits.grouped(strengths.paths().size()), words(), strongest(), checks());
  }

  private String words() {
    return strengths.at().stream().map(Digits::four).collect(Collectors.joining(", ", "(", ")"));
  }

  private String strongest() {
    var table = new Table("path", "weights", "with slopes");
    for (Check pair : strengths.checks()) {
      List<Strength> paths =
          strengths.paths().stream()
              .filter(path -> path.units().getFirst() == pair.input())
              .filter(path -> path.units().getLast() == pair.output())
              .toList();
      for (Strength path : paths.subList(0, Math.min(TOP, paths.size()))) {
        table.row(path.inWords(), Digits.four(path.product()), Digits.four(path.effective()));
      }
      if (paths.size() > TOP) {
        double rest =
            paths.subList(TOP, paths.size()).stream().mapToDouble(Strength::effective).sum();
        String more = "x%d and %d weaker ones".formatted(pair.input(), paths.size() - TOP);
        table.row(more, "", Digits.four(rest));
      }
    }
    return table.aligned();
  }

  /// The paths of an input and an output add up to the gradient between them.
  private String checks() {
    var table = new Table("gradient", "sum of paths", "by autograd", "difference");
    for (Check check : strengths.checks()) {
      table.row(
          "dy%d/dx%d".formatted(check.output(), check.input()),
          Digits.four(check.sum()),
          Digits.four(check.gradient()),
          Digits.four(check.difference()));
    }
    return table.aligned();
  }

  @Override
  public Object json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run.toString());
    json.put("at", strengths.at());
    json.put("paths", strengths.paths());
    json.put("checks", strengths.checks());
    return json;
  }

  @Override
  public String svg() {
    List<UnitColumns.Column> columns = new ArrayList<>();
    columns.add(new UnitColumns.Column("inputs x", numbers(strengths.at())));
    List<Stage> stages = strengths.stages();
    for (int i = 0; i < stages.size(); i++) {
      String title = i == stages.size() - 1 ? "outputs y" : "hidden h" + (i + 1);
      columns.add(
          new UnitColumns.Column(
              title, numbers(Arrays.stream(stages.get(i).outputs()).boxed().toList())));
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        "in each circle what the unit says at x = %s; a line is a weight, blue above 0, orange below"
            .formatted(words()));
    notes.add("thick: a large weight; opaque: strong effective paths lead over it");
    for (Check check : strengths.checks()) {
      notes.add(
          "dy%d/dx%d: the effective paths add up to %s, autograd says %s"
              .formatted(
                  check.output(),
                  check.input(),
                  Digits.four(check.sum()),
                  Digits.four(check.gradient())));
    }
    return new Picture(
            "Paths of " + Subject.name(run),
            "The units of a network in columns, with a line for each weight between them.",
            List.of(
                new UnitColumns(
                    columns, stages.stream().map(Stage::weights).toList(), strengths.through())),
            notes)
        .svg();
  }

  private static List<String> numbers(List<Double> numbers) {
    return numbers.stream()
        .map(number -> Double.isFinite(number) ? Digits.fixed(number, 2) : "?")
        .toList();
  }
}
