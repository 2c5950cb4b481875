package io.gradus.cli;

import io.gradus.experiments.figure.Digits;
import io.gradus.experiments.insight.Curve;
import io.gradus.experiments.insight.Curve.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/// The loss of a run, for a terminal.
record LossTable(LossFigure figure, Curve first, List<Curve> watched, List<Curve> once) {
  private static final int ROWS = 20;
  private static final int SPARKS = 60;

  /// From the least to the most.
  private static final String HEIGHTS = "▁▂▃▄▅▆▇█";

  static String of(LossFigure figure) {
    List<Curve> others = figure.curves().stream().skip(1).toList();
    var table =
        new LossTable(
            figure,
            figure.curves().getFirst(),
            others.stream().filter(curve -> curve.numbers() > 1).toList(),
            others.stream().filter(curve -> curve.numbers() == 1).toList());
    String head = "%s: %s".formatted(figure.run().folder(), figure.state());
    return Stream.of(head + "\n", table.sparks(), table.rows(), table.end(), notes(figure))
        .filter(part -> !part.isEmpty())
        .reduce("", (all, part) -> all.isEmpty() ? part : all + "\n" + part);
  }

  private SortedMap<Integer, Double> numbers(Curve curve) {
    return figure.run().metrics().series(curve.name());
  }

  /// The first metric as one line of text.
  private String sparks() {
    List<Piece> pieces = Curve.condensed(numbers(first), SPARKS);
    double least = pieces.stream().mapToDouble(Piece::mean).min().orElse(0);
    double most = pieces.stream().mapToDouble(Piece::mean).max().orElse(0);
    if (most == least) {
      return "";
    }
    var line = new StringBuilder();
    for (Piece piece : pieces) {
      double share =
          LossDrawing.isSteep(List.of(first))
              ? logarithm(piece, least, most)
              : (piece.mean() - least) / (most - least);
      line.append(HEIGHTS.charAt((int) (share * (HEIGHTS.length() - 1) + 0.5)));
    }
    return "%s  %s, %s to %s\n"
        .formatted(line, first.name(), Digits.four(least), Digits.four(most));
  }

  private static double logarithm(Piece piece, double least, double most) {
    return StrictMath.log(piece.mean() / least) / StrictMath.log(most / least);
  }

  /// The first metric in about twenty parts; of the others the last number up to there.
  private String rows() {
    List<String> titles = new ArrayList<>(List.of("steps", first.name(), "lowest", "highest"));
    watched.forEach(other -> titles.add(other.name()));
    var table = new Table(titles.toArray(String[]::new));
    int before = -1;
    for (Piece piece : Curve.condensed(numbers(first), ROWS)) {
      List<String> row = new ArrayList<>();
      boolean one = piece.from() == piece.to();
      row.add(one ? Integer.toString(piece.to()) : piece.from() + " to " + piece.to());
      row.add(Digits.four(piece.mean()));
      row.add(Digits.four(piece.least()));
      row.add(Digits.four(piece.most()));
      for (Curve other : watched) {
        SortedMap<Integer, Double> part = numbers(other).subMap(before + 1, piece.to() + 1);
        row.add(part.isEmpty() ? "" : Digits.four(part.lastEntry().getValue()));
      }
      table.row(row.toArray(String[]::new));
      before = piece.to();
    }
    return table.aligned();
  }

  private String end() {
    var table = new Table();
    for (Curve curve : once) {
      Piece only = curve.smooth().getFirst();
      table.row(curve.name(), Digits.four(only.mean()), "after step " + only.to());
    }
    return table.aligned();
  }

  private static String notes(LossFigure figure) {
    var text = new StringBuilder();
    figure.notes().forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }
}
