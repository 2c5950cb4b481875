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
  private final boolean[] own; // by place: whether the array of a gradient is this pass's alone
  private final boolean recording = Scope.current().recording();
  // whether gradients are no expressions themselves, and nobody asks which operation failed
  private final boolean plain = !recording && !Scope.current().guarded();
  private final @Nullable Scratch scratch;

  /// @param ends where the walk stops, as if they were leaves
  BackwardPass(Tensor result, Tensor seed, Collection<Tensor> ends) {
    this.ends = Collections.newSetFromMap(new IdentityHashMap<>());
    this.ends.addAll(ends);
    this.order = TensorGraph.order(result, this.ends);
    for (Tensor tensor : order) {
      places.put(tensor, places.size());
    }
    this.gradients = new @Nullable Tensor[order.size()];
    this.own = new boolean[order.size()];
    Workspace.Lease lease = Scope.current().lease();
    // a recorded pass is an expression itself, which needs its arrays
    boolean passing = !recording && lease != Workspace.Lease.ENDLESS;
    this.scratch = passing ? new Scratch(lease) : null;
    put(order.size() - 1, seed);
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
      if (!leading[i] && madeOf(order.get(i)) instanceof Origin.Made(_, var inputs, _)) {
        for (int j = 0; j < inputs.size() && !leading[i]; j++) {
          leading[i] = leading[place(inputs.get(j))];
        }
      }
    }
    return walk(leading, kept);
  }

  private Gradients walk(boolean[] leading, boolean[] kept) {
    try {
      for (int at = order.size() - 1; at >= 0; at--) {
        Tensor y = order.get(at);
        Tensor dy = gradients[at];
        if (dy != null && madeOf(y) instanceof Origin.Made made) {
          handBack(leading, dy, made, y);
        }
        if (!kept[at]) {
          put(at, null);
        }
        if (scratch != null) {
          scratch.sweep();
        }
      }
    } finally {
      if (scratch != null) {
        scratch.end(gradients);
      }
    }
    return new Gradients(places, gradients);
  }

  private void put(int at, @Nullable Tensor dx) {
    Tensor before = gradients[at];
    gradients[at] = dx;
    if (scratch != null) {
      if (dx != null) {
        scratch.hold(dx);
      }
      if (before != null) {
        scratch.drop(before);
      }
    }
  }

  private int place(Tensor tensor) {
    return Objects.requireNonNull(places.get(tensor));
  }

  private Origin madeOf(Tensor y) {
    return ends.contains(y) ? Origin.Given.GIVEN : y.origin();
  }

  /// Passes a gradient on to all inputs that lead somewhere.
  private void handBack(boolean[] leading, Tensor dy, Origin.Made made, Tensor y) {
    Operation operation = made.operation();
    List<Tensor> inputs = made.inputs();
    List<Tensor> joint = null;
    for (int i = 0; i < inputs.size(); i++) {
      Tensor x = inputs.get(i);
      if (!leading[place(x)]) {
        continue;
      }
      try {
        joint = joint == null ? together(dy, made, y) : joint;
        if (!joint.isEmpty()) {
          add(x, joint.get(i), operation);
        } else if (operation instanceof View.Slice slice && !recording) {
          addPart(x, dy, slice);
        } else {
          add(x, operation.pullback(i, dy, inputs, y), operation);
        }
      } catch (NonFiniteException e) {
        throw e.handingBack(operation, i, x, dy);
      }
    }
  }

  /// The gradients of all inputs, where they are made together; else nothing.
  private List<Tensor> together(Tensor dy, Origin.Made made, Tensor y) {
    return switch (made.operation()) {
      case Saving saving when plain && !made.saved().isEmpty() ->
          saving.gradients(dy, made.inputs(), made.saved());
      case Joint joint -> joint.gradients(dy, made.inputs(), y);
      default -> List.of();
    };
  }

  /// The gradient of a slice, put into its place of an array that belongs to this pass: a tensor
  /// that is taken apart would otherwise be summed up out of as many arrays, mostly zeros.
  private void addPart(Tensor x, Tensor dy, View.Slice slice) {
    int at = place(x);
    Tensor before = gradients[at];
    if (before == null || !own[at]) {
      Tensor zeros = Tensor.zeros(x.shape(), x.dtype());
      put(at, before == null ? zeros : before.add(zeros));
      own[at] = true;
    }
    Tensor whole = Objects.requireNonNull(gradients[at]);
    Layout part =
        whole
            .layout()
            .sliced(slice.axis(), slice.from(), dy.shape().length(slice.axis()), slice.step());
    Copies.move(dy, whole.storage(), part, true);
  }

  /// The one place where a gradient is summed over the axes along which its tensor was repeated.
  private void add(Tensor x, Tensor dx, Operation operation) {
    Tensor summed = dx;
    if (!dx.shape().equals(x.shape())) {
      if (!Broadcasting.reaches(x.shape(), dx.shape())) {
        throw new ShapeException(
            "%s: a gradient %s is handed back to an input %s"
                .formatted(operation.name(), dx.shape(), x.shape()));
      }
      summed = dx.sum(Broadcasting.repeatedAxes(x.shape(), dx.shape())).reshape(x.shape());
    }
    int at = place(x);
    Tensor before = gradients[at];
    put(at, before == null ? summed : before.add(summed));
    own[at] = before != null;
  }
}
