package io.gradus.testkit;

import static org.assertj.core.api.Assertions.fail;

import io.gradus.optimizers.Rule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A few steps of a rule on a part of a slice, and what came of them.
///
/// @param arrays the parameters, and then all of the memory
record Steps(List<double[]> arrays) {
  static final int SIZE = 37;

  private static final int COUNT = 10;

  /// The numbers from `begin` to `end` of a slice, moved with the rate 0.05.
  ///
  /// @param factor what the rule's decay is multiplied by
  static <M extends Record> Steps of(Rule<M> rule, double factor, int begin, int end) {
    double[] w = IntStream.range(begin, end).mapToDouble(i -> 1 + i).toArray();
    M memory = rule.start(w.length);
    for (int t = 0; t < COUNT; t++) {
      int step = t;
      double[] g = IntStream.range(begin, end).mapToDouble(i -> gradient(step, i)).toArray();
      double[] given = g.clone();
      rule.step(new Rule.Update(t, 0.05, factor), w, g, memory);
      if (!Arrays.equals(g, given)) {
        fail("%s changes the gradient, which is not its own", rule);
      }
    }
    List<double[]> all = new ArrayList<>(List.of(w));
    all.addAll(arrays(memory));
    return new Steps(all);
  }

  /// The components of a memory.
  static List<double[]> arrays(Record memory) {
    return Arrays.stream(memory.getClass().getRecordComponents())
        .map(component -> array(memory, component))
        .toList();
  }

  /// Of a whole slice.
  static Steps of(Rule<?> rule, double factor) {
    return of(rule, factor, 0, SIZE);
  }

  static double gradient(int t, int i) {
    return StrictMath.sin(3 * t + i * i);
  }

  private static double[] array(Record memory, RecordComponent component) {
    try {
      if (component.getAccessor().invoke(memory) instanceof double[] array) {
        return array;
      }
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(
          "cannot read %s of %s: a memory is a public record in an exported package"
              .formatted(component.getName(), memory.getClass().getName()),
          e);
    }
    throw new AssertionError(
        "%s of %s is no double[], which a checkpoint could keep"
            .formatted(component.getName(), memory.getClass().getName()));
  }

  double[] parameters() {
    return arrays.getFirst();
  }

  Steps part(int begin, int end) {
    return new Steps(arrays.stream().map(array -> Arrays.copyOfRange(array, begin, end)).toList());
  }

  boolean same(Steps other) {
    return arrays.size() == other.arrays.size()
        && IntStream.range(0, arrays.size())
            .allMatch(i -> Arrays.equals(arrays.get(i), other.arrays.get(i)));
  }
}
