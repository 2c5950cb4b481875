package io.gradus.experiments.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The loss at each of a row of growing rates.
///
/// One batch says little about a rate, so that all that is found is found in the mean over a
/// twentieth of the steps.
///
/// @param points in the order of the steps
/// @param stopped the rate of the step at which the loss exploded, where it did
public record RateCurve(List<Point> points, Optional<Double> stopped) {
  /// Of the steps, on either side of a point, that its mean goes over.
  private static final int SIDES = 40;

  /// With fewer points there is no curve.
  private static final int FEWEST = 10;

  /// So much of its whole fall the loss may be above the lowest, to be as good as there.
  private static final double AS_GOOD = 0.05;

  /// One step.
  ///
  /// @param loss before the update, of one batch
  /// @param smooth the mean of the losses around it
  public record Point(double rate, double loss, double smooth) {
    /// log₁₀ of the rate.
    public double exponent() {
      return StrictMath.log10(rate);
    }
  }

  /// A rate to try, and why.
  public record Suggestion(double rate, String reason) {}

  public RateCurve {
    points = List.copyOf(points);
  }

  /// The curve of these losses.
  static RateCurve of(List<Double> rates, List<Double> losses, Optional<Double> stopped) {
    int side = losses.size() / SIDES;
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < losses.size(); i++) {
      double mean =
          losses.subList(Math.max(0, i - side), Math.min(losses.size(), i + side + 1)).stream()
              .mapToDouble(Double::doubleValue)
              .average()
              .orElse(Double.NaN);
      points.add(new Point(rates.get(i), losses.get(i), mean));
    }
    return new RateCurve(points, stopped);
  }

  /// Where the loss is lowest; empty for an empty curve.
  public Optional<Point> lowest() {
    return points.stream().min(Comparator.comparingDouble(Point::smooth));
  }

  /// Where the loss falls most for a factor of the rate, before it is lowest; empty where it falls
  /// nowhere.
  public Optional<Point> steepest() {
    int side = Math.max(1, points.size() / SIDES);
    int end = lowest().map(points::indexOf).orElse(0);
    return IntStream.rangeClosed(side, end - side)
        .boxed()
        .min(Comparator.comparingDouble(i -> slope(i, side)))
        .filter(i -> slope(i, side) < 0)
        .map(points::get);
  }

  /// By how much the loss grows while the rate grows tenfold.
  private double slope(int i, int side) {
    Point before = points.get(i - side);
    Point after = points.get(i + side);
    return (after.smooth() - before.smooth()) / (after.exponent() - before.exponent());
  }

  /// From where on the loss is higher again than where it is as good as lowest; empty where it is
  /// not.
  public Optional<Point> rises() {
    int end = lowest().map(points::indexOf).orElse(0);
    return points.stream().skip(end).filter(point -> !isGood(point)).findFirst();
  }

  private boolean isGood(Point point) {
    double least = lowest().orElseThrow().smooth();
    return point.smooth() <= least + AS_GOOD * (points.getFirst().smooth() - least);
  }

  /// The lowest rate at which the loss is as good as lowest, as 1, 2 or 5 times a power of ten;
  /// empty where the curve says nothing.
  public Optional<Suggestion> suggestion() {
    if (!isTelling()) {
      return Optional.empty();
    }
    double first = points.stream().filter(this::isGood).findFirst().orElseThrow().rate();
    return Optional.of(
        new Suggestion(
            rounded(first),
            "it is the lowest rate at which the loss is nearly as low as it gets, and so the"
                + " furthest from where it rises again"));
  }

  /// Why there is no suggestion; empty where there is one.
  public Optional<String> silence() {
    if (isTelling()) {
      return Optional.empty();
    }
    if (points.size() < FEWEST) {
      return Optional.of(
          "the loss explodes at once; begin lower with --from, or with more --steps");
    }
    return Optional.of(
        falls()
            ? "the loss still falls at the last rate; go further with --to"
            : "the loss falls at none of these rates; begin lower with --from");
  }

  private boolean isTelling() {
    return points.size() >= FEWEST && falls() && (rises().isPresent() || stopped.isPresent());
  }

  private boolean falls() {
    int side = points.size() / SIDES;
    return lowest().filter(point -> points.indexOf(point) > side).isPresent();
  }

  /// The nearest of 1, 2 and 5 times a power of ten, by factor.
  private static double rounded(double rate) {
    double nearest = 1;
    int power = (int) Math.floor(StrictMath.log10(rate));
    for (int p = power; p <= power + 1; p++) {
      for (int digit : new int[] {1, 2, 5}) {
        double candidate = Double.parseDouble(digit + "e" + p);
        nearest = distance(candidate, rate) < distance(nearest, rate) ? candidate : nearest;
      }
    }
    return nearest;
  }

  private static double distance(double a, double b) {
    return Math.abs(StrictMath.log10(a) - StrictMath.log10(b));
  }
}
