package io.gradus.experiments.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// A thing that is not the same in two runs.
///
/// @param what its name
/// @param left what it is in the one run; empty where it is not there
/// @param right what it is in the other
public record Difference(String what, Optional<String> left, Optional<String> right) {
  /// Between two things that are both there, where they differ.
  static List<Difference> of(String what, Object left, Object right) {
    return left.equals(right)
        ? List.of()
        : List.of(
            new Difference(what, Optional.of(left.toString()), Optional.of(right.toString())));
  }

  /// Between two lists of named things, in the order of the left one.
  static List<Difference> of(Map<String, String> left, Map<String, String> right) {
    SequencedSet<String> names = new LinkedHashSet<>(left.keySet());
    names.addAll(right.keySet());
    List<Difference> all = new ArrayList<>();
    for (String name : names) {
      Optional<String> one = Optional.ofNullable(left.get(name));
      Optional<String> other = Optional.ofNullable(right.get(name));
      if (!one.equals(other)) {
        all.add(new Difference(name, one, other));
      }
    }
    return all;
  }
}
