package io.gradus.experiments.compare;

import java.util.Optional;
import java.util.SortedMap;

/// One metric of two runs.
///
/// @param left how many numbers it has in the one run
/// @param right how many it has in the other
/// @param shared how many steps both have
/// @param differing at how many of these the bits are not the same
/// @param first the first of them
/// @param largest the one with the largest relative difference
/// @param alone the first step that one run only has
public record SeriesDifference(
    String name,
    int left,
    int right,
    int shared,
    int differing,
    Optional<Point> first,
    Optional<Point> largest,
    Optional<Integer> alone) {

  /// Two numbers of one step.
  public record Point(int step, double left, double right, Distance distance) {}

  static SeriesDifference of(
      String name, SortedMap<Integer, Double> left, SortedMap<Integer, Double> right) {
    int shared = 0;
    int differing = 0;
    Optional<Point> first = Optional.empty();
    Optional<Point> largest = Optional.empty();
    for (var entry : left.entrySet()) {
      double a = entry.getValue();
      double b = right.getOrDefault(entry.getKey(), a);
      shared += right.containsKey(entry.getKey()) ? 1 : 0;
      if (!Distance.same(a, b)) {
        Point point = new Point(entry.getKey(), a, b, Distance.between(a, b));
        differing++;
        first = first.or(() -> Optional.of(point));
        largest =
            largest
                .filter(most -> most.distance().relative() >= point.distance().relative())
                .or(() -> Optional.of(point));
      }
    }
    return new SeriesDifference(
        name, left.size(), right.size(), shared, differing, first, largest, alone(left, right));
  }

  private static Optional<Integer> alone(
      SortedMap<Integer, Double> left, SortedMap<Integer, Double> right) {
    Optional<Integer> first =
        left.keySet().stream().filter(step -> !right.containsKey(step)).findFirst();
    Optional<Integer> second =
        right.keySet().stream().filter(step -> !left.containsKey(step)).findFirst();
    return first.isPresent() && second.isPresent()
        ? Optional.of(Math.min(first.get(), second.get()))
        : first.or(() -> second);
  }

  /// How many steps either run has.
  public int steps() {
    return left + right - shared;
  }

  /// Whether both runs have the same bits at the same steps.
  public boolean same() {
    return differing == 0 && alone.isEmpty();
  }

  /// Whether both runs have numbers at the same steps, and each pair differs by at most this part
  /// of the larger.
  public boolean within(double relative) {
    return alone.isEmpty()
        && largest.map(point -> point.distance().relative() <= relative).orElse(true);
  }
}
