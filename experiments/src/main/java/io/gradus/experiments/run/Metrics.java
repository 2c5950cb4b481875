package io.gradus.experiments.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The numbers that a run recorded, by name and step.
public final class Metrics {
  private final SortedMap<String, SortedMap<Integer, Double>> series = new TreeMap<>();

  /// One number.
  public record Point(int step, String name, double value) {}

  void add(Point point) {
    series.computeIfAbsent(point.name(), _ -> new TreeMap<>()).put(point.step(), point.value());
  }

  /// The names in order.
  public List<String> names() {
    return new ArrayList<>(series.keySet());
  }

  /// The number of a metric at a step.
  public Optional<Double> at(String name, int step) {
    return Optional.ofNullable(series.getOrDefault(name, new TreeMap<>()).get(step));
  }

  /// The numbers of a metric by step; none where there is no such metric.
  public SortedMap<Integer, Double> series(String name) {
    return Collections.unmodifiableSortedMap(series.getOrDefault(name, new TreeMap<>()));
  }

  /// The last number of each metric.
  public SortedMap<String, Double> last() {
    SortedMap<String, Double> last = new TreeMap<>();
    series.forEach((name, points) -> last.put(name, points.lastEntry().getValue()));
    return Collections.unmodifiableSortedMap(last);
  }
}
