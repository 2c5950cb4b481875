package io.gradus.tensor;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One walk from a result back to its leaves.
///
/// Every tensor comes after all that were made from it, so that its gradient is complete when it is
/// passed on. The order follows from the graph alone.
final class BackwardPass {
  private final List<Tensor> order; // inputs first, the result last
  private final IdentityHashMap<Tensor, Integer> places = new IdentityHashMap<>(); // looked up only
  private final @Nullable Tensor[] gradients; // by place
  private final Set<Tensor> ends; // by identity; asked only

  /// @param ends where the walk stops, as if they were leaves
  BackwardPass(Tensor result, Tensor seed, Collection<Tensor> ends) {
    this.ends = Collections.newSetFromMap(new IdentityHashMap<>());
    this.ends.addAll(ends);
    this.order = TensorGraph.order(result, this.ends);
    for (Tensor tensor : order) {
      places.put(tensor, places.size());
    }
    this.gradients = new @Nullable Tensor[order.size()];
    this.gradients[order.size() - 1] = seed;
  }

  /// The gradient of every tensor on the way.
  Gradients gradients() {
    boolean[] all = new boolean[order.size()];
    Arrays.fill(all, true);
    return walk(all, all);
  }

  /// The gradient of these tensors only; what does not lead to one is not looked at, and what is
  /// passed on is forgotten.
  Gradients gradientsOf(List<Tensor> wanted) {
    boolean[] kept = new boolean[order.size()];
    for (Tensor tensor : wanted) {
      Integer place = places.get(tensor);
      if (place != null) {
        kept[place] = true;
      }
    }
    boolean[] leading = kept.clone();
    for (int i = 0; i < leading.length; i++) {
      if (!leading[i] && madeOf(order.get(i)) instanceof Origin.Made(_, var inputs)) {
        for (int j = 0; j < inputs.size() && !leading[i]; j++) {
          leading[i] = leading[place(inputs.get(j))];
        }
      }
    }
    return walk(leading, kept);
  }

  private Gradients walk(boolean[] leading, boolean[] kept) {
    for (int at = order.size() - 1; at >= 0; at--) {
      Tensor y = order.get(at);
      Tensor dy = gradients[at];
      if (dy != null && madeOf(y) instanceof Origin.Made(var operation, var inputs)) {
        for (int i = 0; i < inputs.size(); i++) {
          if (leading[place(inputs.get(i))]) {
            handBack(i, dy, operation, inputs, y);
          }
        }
      }
      if (!kept[at]) {
        gradients[at] = null;
      }
    }
    return new Gradients(places, gradients);
  }

  private int place(Tensor tensor) {
    return Objects.requireNonNull(places.get(tensor));
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
    int at = place(x);
    Tensor before = gradients[at];
    gradients[at] = before == null ? own : before.add(own);
  }
}
