package io.gradus.tensor;

import io.gradus.scalar.Value;
import io.gradus.scalar.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Values moved as an operation moves numbers.
///
/// Where to is asked of the operation itself: it is shown a tensor that holds the number of each
/// place, and what comes out says which place was taken.
final class ScalarMoves {
  private ScalarMoves() {}

  /// The values that an operation chooses from its inputs; 0 where it chooses none.
  static Unrolled chosen(Operation operation, List<Unrolled> inputs) {
    List<Value> all = new ArrayList<>();
    all.add(Value.of(0));
    List<Tensor> places = new ArrayList<>();
    for (Unrolled input : inputs) {
      places.add(places(input.shape(), all.size()));
      all.addAll(input.values());
    }
    Tensor taken = operation.forward(places);
    double[] numbers = taken.toDoubles();
    Value[] values = new Value[numbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = all.get((int) numbers[i]);
    }
    return new Unrolled(taken.shape(), Values.of(values));
  }

  /// The values that an operation draws together, in order; the way of a gradient, from each place
  /// of the result to the inputs that went there, says which.
  ///
  /// @param drawn makes one of those that go to one place
  static Unrolled collected(Operation operation, Unrolled x, Function<List<Value>, Value> drawn) {
    List<Tensor> inputs = List.of(x.numbers());
    Tensor y = operation.forward(inputs);
    Tensor from =
        Autograd.withoutGraph(() -> operation.pullback(0, places(y.shape(), 0), inputs, y));
    double[] numbers = from.toDoubles();
    List<List<Value>> groups = new ArrayList<>();
    for (int i = 0; i < y.shape().size(); i++) {
      groups.add(new ArrayList<>());
    }
    for (int i = 0; i < numbers.length; i++) {
      groups.get((int) numbers[i]).add(x.values().get(i));
    }
    return new Unrolled(y.shape(), Values.copyOf(groups.stream().map(drawn).toList()));
  }

  private static Tensor places(Shape shape, int first) {
    double[] places = new double[shape.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = first + i;
    }
    return Tensor.of(places, shape.lengths());
  }
}
