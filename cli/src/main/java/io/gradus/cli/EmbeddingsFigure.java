package io.gradus.cli;

import io.gradus.data.Form;
import io.gradus.experiments.figure.Axis;
import io.gradus.experiments.figure.Chart;
import io.gradus.experiments.figure.Digits;
import io.gradus.experiments.figure.Mark;
import io.gradus.experiments.figure.Palette;
import io.gradus.experiments.figure.Picture;
import io.gradus.experiments.insight.EmbeddingMap;
import io.gradus.experiments.insight.EmbeddingMap.Neighbour;
import io.gradus.experiments.insight.EmbeddingMap.Place;
import io.gradus.experiments.run.RestoredModel;
import io.gradus.experiments.run.SetupException;
import io.gradus.nn.Slice;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Where the tokens of a model lie in its first embedding table.
record EmbeddingsFigure(Path run, EmbeddingMap map) implements Figure {
  static Figure of(Subject subject) {
    RestoredModel restored = subject.restored(Exhibit.EMBEDDINGS);
    int v = restored.tokens().map(Form.Tokens::vocabulary).orElse(0);
    Slice table =
        restored.model().parameters().stream()
            .filter(slice -> slice.shape().length == 2 && slice.shape()[0] == v)
            .findFirst()
            .orElseThrow(() ->
                new SetupException(
                    "the model of %s has no embedding: no parameter with a row for each token"
                        .formatted(restored.folder())));
    return new EmbeddingsFigure(
        restored.folder(), EmbeddingMap.of(table.name(), restored.labels(), rows(table)));
  }

  private static double[][] rows(Slice table) {
    double[] numbers = new double[table.size()];
    table.read(numbers);
    requireFinite(table.name(), numbers);
    int width = table.shape()[1];
    double[][] rows = new double[table.shape()[0]][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(numbers, row * width, (row + 1) * width);
    }
    return rows;
  }

  private static void requireFinite(String name, double... numbers) {
    if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
      throw new SetupException("'%s' holds NaN or infinity, which has no place".formatted(name));
    }
  }

  @Override
  public String table() {
    var table = new Table("token", titles().getFirst(), titles().getLast(), "nearest by angle");
    for (Place place : map.places()) {
      table.row(
          place.token(), Digits.four(place.x()), Digits.four(place.y()), words(place.neighbours()));
    }
    return "%s: %s, %d tokens of %d numbers\n%s\n%s"
        .formatted(
            run, map.parameter(), map.places().size(), map.width(), shares(), table.aligned());
  }

  private List<String> titles() {
    return map.projected()
        ? List.of("component 1", "component 2")
        : List.of("column 0", "column 1");
  }

  private String shares() {
    return map.projected()
        ? "the first two principal components show %s %% and %s %% of the variance\n"
            .formatted(percent(map.shares().getFirst()), percent(map.shares().getLast()))
        : "";
  }

  private static String percent(double share) {
    return Digits.decimals(100 * share, 1);
  }

  private static String words(List<Neighbour> neighbours) {
    return neighbours.stream()
        .map(each -> each.token() + " " + Digits.decimals(each.cosine(), 2))
        .collect(Collectors.joining(", "));
  }

  @Override
  public Object json() {
    return map;
  }

  @Override
  public String svg() {
    Chart chart = Chart.of(map.parameter(), Axis.linear(axis(0)), Axis.linear(axis(1))).high(820);
    for (Place place : map.places()) {
      chart = chart.with(new Mark(place.token(), place.x(), place.y(), Palette.BLUE));
    }
    return new Picture(
            "Embeddings of " + Subject.name(run),
            "A point for each token; tokens that the model treats alike lie near each other.",
            List.of(chart),
            List.of())
        .svg();
  }

  private String axis(int place) {
    return titles().get(place)
        + (map.projected()
            ? " (%s %% of the variance)".formatted(percent(map.shares().get(place)))
            : "");
  }
}
