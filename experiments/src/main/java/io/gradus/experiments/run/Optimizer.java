package io.gradus.experiments.run;

import io.gradus.nn.Slice;
import io.gradus.optimizers.Rule;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A rule at work on the slices of one model, with its memory of each.
final class Optimizer<M extends Record> {
  private final Rule<M> rule;
  private final List<Work<M>> work = new ArrayList<>();

  /// One slice, the rule's memory of it, and room for its numbers.
  private record Work<M>(Slice slice, M memory, double[] w, double[] g) {}

  private Optimizer(Rule<M> rule, List<Slice> slices) {
    this.rule = rule;
    for (Slice slice : slices) {
      int size = slice.size();
      work.add(new Work<>(slice, rule.start(size), new double[size], new double[size]));
    }
  }

  static <M extends Record> Optimizer<M> of(Rule<M> rule, List<Slice> slices) {
    return new Optimizer<>(rule, slices);
  }

  Rule<M> rule() {
    return rule;
  }

  /// Moves every slice along its gradient.
  void step(Rule.Update update) {
    for (Work<M> each : work) {
      each.slice.read(each.w);
      each.slice.readGradient(each.g);
      rule.step(update, each.w, each.g, each.memory);
      each.slice.write(each.w);
    }
  }

  /// The memory's own arrays by name, such as `blocks.0.query/m`: to be saved, or filled again.
  SortedMap<String, double[]> memory() {
    SortedMap<String, double[]> arrays = new TreeMap<>();
    for (Work<M> each : work) {
      for (RecordComponent component : each.memory.getClass().getRecordComponents()) {
        arrays.put(each.slice.name() + "/" + component.getName(), array(each.memory, component));
      }
    }
    return arrays;
  }

  private static double[] array(Record memory, RecordComponent component) {
    try {
      return (double[]) component.getAccessor().invoke(memory);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component + " of an optimizer's memory", e);
    }
  }
}
