package io.gradus.experiments.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// The numbers of one metric by step, thinned so that an eye can follow them.
///
/// @param name such as `train/loss`
/// @param numbers how many finite ones were recorded
/// @param leftOut how many were NaN or infinite
/// @param block over how many numbers each piece of `smooth` goes
/// @param smooth consecutive blocks, as `view(-1, block).mean(1)` has them; the last may be shorter
/// @param raw shorter blocks, as many as a drawing has columns at most
public record Curve(
    String name, int numbers, int leftOut, int block, List<Piece> smooth, List<Piece> raw) {
  /// An eye follows fewer points than these.
  private static final int SMOOTH = 200;

  /// A drawing has no more columns.
  private static final int COLUMNS = 700;

  public Curve {
    smooth = List.copyOf(smooth);
    raw = List.copyOf(raw);
  }

  /// Consecutive numbers, seen as one.
  ///
  /// @param from the step of the first
  /// @param to the step of the last
  public record Piece(int from, int to, double mean, double least, double most) {
    /// Where it stands among the steps.
    public double middle() {
      return (from + (double) to) / 2;
    }
  }

  /// The numbers of a metric, smoothed over blocks that leave at most 200 points.
  public static Curve of(String name, SortedMap<Integer, Double> series) {
    return of(name, series, blockFor(series.size()));
  }

  /// The same with blocks of a given length.
  public static Curve of(String name, SortedMap<Integer, Double> series, int block) {
    int[] steps = new int[series.size()];
    double[] numbers = new double[series.size()];
    int count = 0;
    for (Map.Entry<Integer, Double> point : series.entrySet()) {
      if (Double.isFinite(point.getValue())) {
        steps[count] = point.getKey();
        numbers[count++] = point.getValue();
      }
    }
    int columns = Math.max(1, Math.ceilDiv(count, COLUMNS));
    return new Curve(
        name,
        count,
        series.size() - count,
        block,
        pieces(steps, numbers, count, block),
        pieces(steps, numbers, count, columns));
  }

  /// 1, 2 or 5 times a power of ten, the first that leaves few enough points.
  static int blockFor(int numbers) {
    for (int ten = 1; ; ten *= 10) {
      for (int block : new int[] {ten, 2 * ten, 5 * ten}) {
        if (Math.ceilDiv(numbers, block) <= SMOOTH) {
          return block;
        }
      }
    }
  }

  /// The same numbers in about so many pieces, for a table.
  public static List<Piece> condensed(SortedMap<Integer, Double> series, int about) {
    return of("", series, Math.max(1, Math.ceilDiv(series.size(), about))).smooth();
  }

  private static List<Piece> pieces(int[] steps, double[] numbers, int count, int block) {
    List<Piece> pieces = new ArrayList<>();
    for (int from = 0; from < count; from += block) {
      int to = (int) Math.min(count, (long) from + block);
      double sum = 0;
      double least = numbers[from];
      double most = numbers[from];
      for (int i = from; i < to; i++) {
        sum += numbers[i];
        least = Math.min(least, numbers[i]);
        most = Math.max(most, numbers[i]);
      }
      pieces.add(new Piece(steps[from], steps[to - 1], sum / (to - from), least, most));
      if (to == count) {
        break;
      }
    }
    return pieces;
  }
}
