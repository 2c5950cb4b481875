package io.gradus.tensor;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// One walk from a result back to its leaves.
///
/// Every tensor comes after all that were made from it, so that its gradient is complete when it is
/// passed on. The order follows from the graph alone.
final class BackwardPass {
  private final List<Tensor> order; // inputs first, the result last
  private final Set<Tensor> ends; // by identity
  private final IdentityHashMap<Tensor, Tensor> gradients =
      new IdentityHashMap<>(); // looked up only

  /// @param ends where the walk stops, as if they were leaves
  BackwardPass(Tensor result, Tensor seed, Collection<Tensor> ends) {
    this.ends = Collections.newSetFromMap(new IdentityHashMap<>());
    this.ends.addAll(ends);
    this.order = TensorGraph.order(result, this.ends);
    gradients.put(result, seed);
  }

  /// The gradient of every tensor on the way.
  Gradients gradients() {
    for (Tensor y : order.reversed()) {
      if (madeOf(y) instanceof Origin.Made(var operation, var inputs)) {
        Tensor dy = gradients.get(y);
        if (dy != null) {
          for (int i = 0; i < inputs.size(); i++) {
            handBack(i, dy, operation, inputs, y);
          }
        }
      }
    }
    return new Gradients(gradients);
  }

  /// The gradient of these tensors only; what does not lead to one is not looked at, and what is
  /// passed on is forgotten.
  Gradients gradientsOf(List<Tensor> wanted) {
    Set<Tensor> leading = Collections.newSetFromMap(new IdentityHashMap<>()); // asked only
    Set<Tensor> kept = Collections.newSetFromMap(new IdentityHashMap<>()); // asked only
    kept.addAll(wanted);
    for (Tensor y : order) {
      if (kept.contains(y)
          || (madeOf(y) instanceof Origin.Made made
              && made.inputs().stream().anyMatch(leading::contains))) {
        leading.add(y);
      }
    }
    for (Tensor y : order.reversed()) {
      if (madeOf(y) instanceof Origin.Made(var operation, var inputs)) {
        Tensor dy = kept.contains(y) ? gradients.get(y) : gradients.remove(y);
        if (dy != null) {
          for (int i = 0; i < inputs.size(); i++) {
            if (leading.contains(inputs.get(i))) {
              handBack(i, dy, operation, inputs, y);
            }
          }
        }
      }
    }
    return new Gradients(gradients);
  }

  private Origin madeOf(Tensor y) {
    return ends.contains(y) ? Origin.Given.GIVEN : y.origin();
  }

  private void handBack(int input, Tensor dy, Operation operation, List<Tensor> inputs, Tensor y) {
    Tensor x = inputs.get(input);
    try {
      add(x, operation.pullback(input, dy, inputs, y), operation);
    } catch (NonFiniteException e) {
      throw e.handingBack(operation, input, x, dy);
    }
  }

  /// The one place where a gradient is summed over the axes along which its tensor was repeated.
  private void add(Tensor x, Tensor dx, Operation operation) {
    Tensor own = dx;
    if (!dx.shape().equals(x.shape())) {
      if (!Broadcasting.reaches(x.shape(), dx.shape())) {
        throw new ShapeException(
            "%s: a gradient %s is handed back to an input %s"
                .formatted(operation.name(), dx.shape(), x.shape()));
      }
      own = dx.sum(Broadcasting.repeatedAxes(x.shape(), dx.shape())).reshape(x.shape());
    }
    Tensor before = gradients.get(x);
    gradients.put(x, before == null ? own : before.add(own));
  }
}
