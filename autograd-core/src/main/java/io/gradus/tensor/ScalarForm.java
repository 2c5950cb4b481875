package io.gradus.tensor;

import io.gradus.scalar.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/// A formula of tensors written out in the scalar engine, so that the same numbers and the same
/// gradients can be followed one by one.
///
/// ```java
/// ScalarForm form = ScalarForm.of(loss);
/// form.result().at().backward();
/// form.values(w).at(0, 1).grad() // what Autograd.backward(loss).of(w).at(0, 1) is
/// ```
///
/// What a view or a selection chooses is the chosen value itself, so it shows the gradient of all
/// its uses. The numbers are doubles, whatever the tensors are.
public final class ScalarForm {
  /// As many values as a person could still list; each takes some hundred bytes.
  private static final int MOST = 1_000_000;

  private final Tensor result;
  private final IdentityHashMap<Tensor, Unrolled> unrolled; // looked up, never iterated

  private ScalarForm(Tensor result, IdentityHashMap<Tensor, Unrolled> unrolled) {
    this.result = result;
    this.unrolled = unrolled;
  }

  /// Everything that a tensor was computed from, unrolled.
  ///
  /// @throws IllegalArgumentException if that is too much, or if a [CustomOperation] is in it
  public static ScalarForm of(Tensor result) {
    long numbers = 0;
    for (Tensor tensor : TensorGraph.topologicalOrder(result)) {
      numbers += tensor.shape().size();
    }
    if (numbers > MOST) {
      throw new IllegalArgumentException(
          "the graph of %s %s holds %d numbers; a scalar form can have %d"
              .formatted(result.dtype(), result.shape(), numbers, MOST));
    }
    return new ScalarForm(result, unrolled(result, new IdentityHashMap<>()));
  }

  /// The result of one operation.
  ///
  /// @throws IllegalArgumentException if it is a [CustomOperation]
  public static Unrolled of(Operation operation, List<Unrolled> inputs) {
    return switch (operation) {
      case Unary unary -> ScalarFunctions.map(unary, inputs.getFirst());
      case Binary binary -> ScalarFunctions.zip(binary, inputs.get(0), inputs.get(1));
      case Reduction.Sum sum -> ScalarMoves.collected(sum, inputs.getFirst(), Value::sum);
      case Reduction.Max(int axis, boolean keep) -> {
        var along = new Reduction.Sum(List.of(axis), keep);
        yield ScalarMoves.collected(along, inputs.getFirst(), ScalarFunctions::largest);
      }
      case Reduction.CumulativeSum running -> ScalarFunctions.running(running, inputs.getFirst());
      case View.Reshape _,
          View.Permute _,
          View.Expand _,
          View.Slice _,
          View.Place _,
          View.Windows _,
          Selection.IndexSelect _,
          Selection.Gather _,
          Selection.Concatenate _ ->
          ScalarMoves.chosen(operation, inputs);
      case View.Overlap _, Selection.IndexAdd _, Selection.Scatter _ ->
          ScalarMoves.collected(operation, inputs.getFirst(), Value::sum);
      case Product.Matmul _ -> ScalarFunctions.matmul(inputs.get(0), inputs.get(1));
      case Fused fused -> composed(fused, inputs);
      case CustomOperation custom ->
          throw new IllegalArgumentException(
              "%s is an operation of another module; its scalar form is not known"
                  .formatted(custom.name()));
    };
  }

  /// The result, unrolled.
  public Unrolled result() {
    return values(result);
  }

  /// A tensor of the graph, unrolled.
  ///
  /// @throws IllegalArgumentException if the result was not computed from it
  public Unrolled values(Tensor tensor) {
    Unrolled found = unrolled.get(tensor);
    if (found == null) {
      throw new IllegalArgumentException(
          "%s is not in the graph of %s".formatted(NonFinite.kind(tensor), NonFinite.kind(result)));
    }
    return found;
  }

  /// @param known tensors that are unrolled already; the others are added
  private static IdentityHashMap<Tensor, Unrolled> unrolled(
      Tensor result, IdentityHashMap<Tensor, Unrolled> known) {
    for (Tensor tensor : TensorGraph.topologicalOrder(result)) {
      if (!known.containsKey(tensor)) {
        known.put(
            tensor,
            switch (tensor.origin()) {
              case Origin.Leaf _ -> Unrolled.leaves(tensor);
              case Origin.Made(var operation, var inputs, _) -> {
                Unrolled made =
                    of(
                        operation,
                        inputs.stream()
                            .map(input -> Objects.requireNonNull(known.get(input)))
                            .toList());
                made.name(tensor.name());
                yield made;
              }
            });
      }
    }
    return known;
  }

  /// A fused operation as the small ones that it equals.
  private static Unrolled composed(Fused operation, List<Unrolled> inputs) {
    IdentityHashMap<Tensor, Unrolled> known = new IdentityHashMap<>();
    List<Tensor> numbers = inputs.stream().map(Unrolled::numbers).toList();
    for (int i = 0; i < inputs.size(); i++) {
      known.put(numbers.get(i), inputs.get(i));
    }
    Tensor y = Scope.current().recording(true).call(() -> operation.composition(numbers));
    return Objects.requireNonNull(unrolled(y, known).get(y));
  }
}
