package io.gradus.data;

import static io.gradus.plugin.Require.require;

import java.util.Arrays;
import java.util.List;

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
    return new Form.Features(points.getFirst().features().size());
  }
}
