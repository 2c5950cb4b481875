package io.gradus.tensor;

import io.gradus.scalar.Value;
import io.gradus.scalar.Values;

/// A tensor in the scalar engine: a [Value] for each of its numbers, in row-major order.
public record Unrolled(Shape shape, Values values) {
  public Unrolled {
    if (shape.size() != values.size()) {
      throw new ShapeException(
          "%d values do not fill %s, which has room for %d"
              .formatted(values.size(), shape, shape.size()));
    }
  }

  /// Leaves with the numbers of a tensor, named as its places where it has a name: `W[0, 1]`.
  public static Unrolled leaves(Tensor tensor) {
    double[] numbers = tensor.toDoubles();
    Value[] leaves = new Value[numbers.length];
    for (int i = 0; i < leaves.length; i++) {
      leaves[i] = Value.of(numbers[i]);
    }
    var unrolled = new Unrolled(tensor.shape(), Values.of(leaves));
    unrolled.name(tensor.name());
    return unrolled;
  }

  /// The value at a place, an index for each axis.
  ///
  /// @throws ShapeException if there is no such place
  public Value at(int... index) {
    double[] places = new double[values.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    return values.get((int) Tensor.of(places, shape.lengths()).at(index));
  }

  /// The numbers alone.
  Tensor numbers() {
    return Tensor.of(values.stream().mapToDouble(Value::data).toArray(), shape.lengths());
  }

  /// Names the values after a tensor, unless they have a name, or the tensor none.
  void name(String tensor) {
    if (tensor.isEmpty()) {
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).name().isEmpty()) {
        String place = shape.rank() == 0 ? "" : Layout.index(shape, i).toString();
        values.get(i).named(tensor + place.replace('(', '[').replace(')', ']'));
      }
    }
  }
}
