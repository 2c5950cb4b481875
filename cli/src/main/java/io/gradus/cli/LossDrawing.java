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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The loss of a run as curves: a panel for the losses, and one for each other thing measured.
final class LossDrawing {
  private static final String LOSS = "loss";

  /// Behind the line that is smooth.
  private static final String RAW = "#bcd9ea";

  /// A loss that falls by more than this factor is seen best on a logarithmic axis.
  private static final double STEEP = 4;

  private LossDrawing() {}

  static Picture of(LossFigure figure) {
    SortedMap<String, List<Curve>> kinds = new TreeMap<>();
    for (Curve curve : figure.curves()) {
      kinds.computeIfAbsent(kind(curve.name()), _ -> new ArrayList<>()).add(curve);
    }
    double last = 0;
    for (Curve curve : figure.curves()) {
      last = Math.max(last, curve.smooth().isEmpty() ? 0 : curve.smooth().getLast().to());
    }
    List<Panel> panels = new ArrayList<>();
    for (Map.Entry<String, List<Curve>> entry : kinds.entrySet()) {
      Chart chart = panel(entry.getKey(), entry.getValue()).over(0, last);
      if (entry.getKey().equals(LOSS)) {
        panels.addFirst(chart);
      } else if (entry.getValue().stream().anyMatch(curve -> curve.numbers() > 1)) {
        panels.add(chart.high(280)); // a number alone is no curve
      }
    }
    String title = "Loss of " + Subject.name(figure.run().folder());
    return new Picture(title, figure.state(), panels, figure.notes());
  }

  /// `loss` for `train/full-loss`, `accuracy` for `validation/accuracy`.
  private static String kind(String name) {
    return name.endsWith(LOSS) ? LOSS : name.replaceFirst(".*/(?:full-)?", "");
  }

  private static Chart panel(String kind, List<Curve> curves) {
    Axis axis = isSteep(curves) ? Axis.log10(kind) : Axis.linear(kind);
    Chart chart = Chart.of(kind, Axis.linear("step"), axis);
    for (Curve curve : curves) {
      if (curve.block() > 1) {
        chart = chart.with(raw(curve));
      }
    }
    for (int i = 0; i < curves.size(); i++) {
      chart = chart.with(smooth(curves.get(i), Palette.colour(i)));
    }
    return chart;
  }

  private static Line smooth(Curve curve, String colour) {
    String name = curve.name();
    return new Line(
        curve.block() > 1 ? name + ", mean of " + Digits.grouped(curve.block()) : name,
        curve.smooth().stream().mapToDouble(Piece::middle).toArray(),
        curve.smooth().stream().mapToDouble(Piece::mean).toArray(),
        colour,
        2);
  }

  private static Band raw(Curve curve) {
    return new Band(
        "every step",
        curve.raw().stream().mapToDouble(Piece::middle).toArray(),
        curve.raw().stream().mapToDouble(Piece::least).toArray(),
        curve.raw().stream().mapToDouble(Piece::most).toArray(),
        RAW);
  }

  static boolean isSteep(List<Curve> curves) {
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
