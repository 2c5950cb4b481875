package io.gradus.nn;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one look at some examples showed.
///
/// @param loss the loss, averaged over the examples
/// @param others further metrics by name, such as `accuracy`
public record Outcome(double loss, SortedMap<String, Double> others) {
  public Outcome {
    others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
  }

  /// A loss and nothing else.
  public static Outcome of(double loss) {
    return new Outcome(loss, new TreeMap<>(Map.of()));
  }
}
