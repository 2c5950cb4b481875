package io.gradus.tensor;

/// Elements and slices taken from places that indices name, and added back to them.
final class Choices {
  private Choices() {}

  /// Slices of an axis, one for each index; the indices' shape takes the axis' place.
  static Tensor select(Tensor x, int axis, Indices indices) {
    int length = x.shape().length(axis);
    indices.requireBelow(length, x.shape(), axis);
    Tensor packed = Copies.packed(x);
    int[] lengths = x.shape().shared();
    int outer = Sums.product(lengths, 0, axis);
    int inner = Sums.product(lengths, axis + 1, lengths.length);
    Shape shape = replaced(x.shape(), axis, indices.shape());
    int n = indices.shape().size();
    int offset = packed.layout().offset();
    Storage out = Memory.unset(x.dtype(), shape.size());
    Object source = array(packed.storage());
    Object target = array(out);
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < n; i++) {
        int from = offset + (o * length + indices.at(i)) * inner;
        System.arraycopy(source, from, target, (o * n + i) * inner, inner);
      }
    }
    return Tensor.of(out, Layout.rowMajor(shape));
  }

  /// Zeros of an axis of that length, to which the slices of `x` are added in order.
  static Tensor add(Tensor x, int axis, Indices indices, int length) {
    Tensor packed = Copies.packed(x);
    int[] lengths = x.shape().shared();
    int after = axis + indices.shape().rank();
    int outer = Sums.product(lengths, 0, axis);
    int inner = Sums.product(lengths, after, lengths.length);
    int n = indices.shape().size();
    int[] places = new int[lengths.length - indices.shape().rank() + 1];
    System.arraycopy(lengths, 0, places, 0, axis);
    places[axis] = length;
    System.arraycopy(lengths, after, places, axis + 1, lengths.length - after);
    Shape shape = Shape.ofOwned(places);
    int offset = packed.layout().offset();
    Storage out = Memory.filled(x.dtype(), shape.size(), 0);
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < n; i++) {
        int from = offset + (o * n + i) * inner;
        int to = (o * length + indices.at(i)) * inner;
        switch (out) {
          case Storage.Floats(var array, _) -> addFloats(packed.floats(), from, array, to, inner);
          case Storage.Doubles(var array, _) ->
              addDoubles(packed.doubles(), from, array, to, inner);
        }
      }
    }
    return Tensor.of(out, Layout.rowMajor(shape));
  }

  private static void addFloats(float[] from, int at, float[] to, int place, int n) {
    for (int i = 0; i < n; i++) {
      to[place + i] += from[at + i];
    }
  }

  private static void addDoubles(double[] from, int at, double[] to, int place, int n) {
    for (int i = 0; i < n; i++) {
      to[place + i] += from[at + i];
    }
  }

  /// `out[i][j] = x[i][index[i][j]]` for `axis` 1, and so on.
  static Tensor gather(Tensor x, int axis, Indices indices) {
    requireGatherable(x.shape(), axis, indices);
    indices.requireBelow(x.shape().length(axis), x.shape(), axis);
    Tensor packed = Copies.packed(x);
    int offset = packed.layout().offset();
    int n = indices.shape().size();
    Storage out = Memory.unset(x.dtype(), n);
    for (int i = 0; i < n; i++) {
      int from = offset + place(x.shape(), axis, indices, i);
      switch (out) {
        case Storage.Floats(var array, _) -> array[i] = packed.floats()[from];
        case Storage.Doubles(var array, _) -> array[i] = packed.doubles()[from];
      }
    }
    return Tensor.of(out, Layout.rowMajor(indices.shape()));
  }

  /// Zeros, to which each element of `x` is added where [#gather] would have found it.
  static Tensor scatter(Tensor x, int axis, Indices indices, Shape shape) {
    Tensor packed = Copies.packed(x);
    int offset = packed.layout().offset();
    int n = indices.shape().size();
    Storage out = Memory.filled(x.dtype(), shape.size(), 0);
    for (int i = 0; i < n; i++) {
      int to = place(shape, axis, indices, i);
      switch (out) {
        case Storage.Floats(var array, _) -> array[to] += packed.floats()[offset + i];
        case Storage.Doubles(var array, _) -> array[to] += packed.doubles()[offset + i];
      }
    }
    return Tensor.of(out, Layout.rowMajor(shape));
  }

  /// The row-major place in `shape` that the `i`-th index names.
  private static int place(Shape shape, int axis, Indices indices, int i) {
    int[] lengths = indices.shape().shared();
    int rest = i;
    int place = 0;
    int step = 1;
    for (int a = lengths.length - 1; a >= 0; a--) {
      place += (a == axis ? indices.at(i) : rest % lengths[a]) * step;
      rest /= lengths[a];
      step *= shape.shared()[a];
    }
    return place;
  }

  private static void requireGatherable(Shape shape, int axis, Indices indices) {
    boolean fits = shape.rank() == indices.shape().rank();
    for (int a = 0; fits && a < shape.rank(); a++) {
      fits = a == axis || indices.shape().shared()[a] <= shape.shared()[a];
    }
    if (!fits) {
      throw new ShapeException(
          "%s gathered by indices %s along axis %d: as many axes, the others no longer, are wanted"
              .formatted(shape, indices.shape(), axis));
    }
  }

  /// A shape with the axes of another in the place of one of its own.
  private static Shape replaced(Shape shape, int axis, Shape by) {
    int[] lengths = new int[shape.rank() - 1 + by.rank()];
    System.arraycopy(shape.shared(), 0, lengths, 0, axis);
    System.arraycopy(by.shared(), 0, lengths, axis, by.rank());
    System.arraycopy(shape.shared(), axis + 1, lengths, axis + by.rank(), shape.rank() - axis - 1);
    return Shape.ofOwned(lengths);
  }

  private static Object array(Storage storage) {
    return switch (storage) {
      case Storage.Floats _ -> Storage.floats(storage);
      case Storage.Doubles _ -> Storage.doubles(storage);
    };
  }
}
