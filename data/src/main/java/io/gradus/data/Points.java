package io.gradus.data;

import static io.gradus.plugin.Require.require;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// Points with a target number each.
public record Points(List<Point> points) implements Dataset {
  /// One point: where it lies, and the number that belongs there, such as the class -1 or 1.
  public record Point(List<Double> features, double target) {
    public Point {
      features = List.copyOf(features);
    }
  }

  public Points {
    points = List.copyOf(points);
    require(!points.isEmpty(), "there must be at least one point");
  }

  @Override
  public int size() {
    return points.size();
  }

  @Override
  public Points select(int... places) {
    return new Points(Arrays.stream(places).mapToObj(points::get).toList());
  }

  @Override
  public Form form() {
    return new Form.Features(points.getFirst().features().size(), classes());
  }

  /// One more than the largest target, where all of them are 0, 1, ...
  private OptionalInt classes() {
    double[] targets = points.stream().mapToDouble(Point::target).toArray();
    return Arrays.stream(targets).allMatch(target -> target >= 0 && target == (int) target)
        ? OptionalInt.of((int) Arrays.stream(targets).max().orElseThrow() + 1)
        : OptionalInt.empty();
  }
}
