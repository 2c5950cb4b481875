package io.gradus.experiments.run;

import io.gradus.optimizers.Rule;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/// What a rule works on at a time: numbers, their gradient, and its memory of them.
///
/// @param arrays the memory's components, in their order
record Desk<M extends Record>(double[] w, double[] g, M memory, List<double[]> arrays) {
  /// A desk for so many numbers, before the first step.
  static <M extends Record> Desk<M> of(Rule<M> rule, int size) {
    M memory = rule.start(size);
    List<double[]> arrays = new ArrayList<>();
    for (RecordComponent component : memory.getClass().getRecordComponents()) {
      arrays.add(array(memory, component));
    }
    return new Desk<>(new double[size], new double[size], memory, List.copyOf(arrays));
  }

  int size() {
    return w.length;
  }

  /// The names of the memory's components.
  List<String> names() {
    return List.of(memory.getClass().getRecordComponents()).stream()
        .map(RecordComponent::getName)
        .toList();
  }

  private static double[] array(Record memory, RecordComponent component) {
    try {
      return (double[]) component.getAccessor().invoke(memory);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component + " of an optimizer's memory", e);
    }
  }
}
