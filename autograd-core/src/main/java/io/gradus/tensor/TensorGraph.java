package io.gradus.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// The graph behind a tensor.
public final class TensorGraph {
  private TensorGraph() {}

  /// A tensor on the way down, and which of its inputs are still to be looked at.
  private record Step(Tensor tensor, Iterator<Tensor> inputs) {}

  /// Everything the result was computed from, each tensor once and after its inputs, the result
  /// last.
  ///
  /// @throws IllegalStateException if a parameter was updated after the result was computed from it
  public static List<Tensor> topologicalOrder(Tensor result) {
    return order(result, Set.of());
  }

  /// @param ends where the walk stops, as if they were leaves
  static List<Tensor> order(Tensor result, Set<Tensor> ends) {
    List<Tensor> order = new ArrayList<>();
    Set<Tensor> met = Collections.newSetFromMap(new IdentityHashMap<>()); // asked, never iterated
    var way = new ArrayDeque<Step>();
    met.add(result);
    way.push(new Step(result, inputs(result, ends)));
    while (!way.isEmpty()) {
      Step step = way.element();
      if (step.inputs.hasNext()) {
        Tensor input = step.inputs.next();
        if (met.add(input)) {
          way.push(new Step(input, inputs(input, ends)));
        }
      } else {
        way.pop();
        order.add(step.tensor);
      }
    }
    return order;
  }

  private static Iterator<Tensor> inputs(Tensor tensor, Set<Tensor> ends) {
    if (ends.contains(tensor)) {
      return Collections.emptyIterator();
    }
    return switch (tensor.origin()) {
      case Origin.Made(_, var inputs) -> inputs.iterator();
      case Origin.Learned(var parameter, int updates) -> {
        parameter.requireUnchanged(updates);
        yield Collections.emptyIterator();
      }
      case Origin.Given _ -> Collections.emptyIterator();
    };
  }
}
