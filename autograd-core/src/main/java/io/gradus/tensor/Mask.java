package io.gradus.tensor;

import java.util.Arrays;

/// Yes or no for every element of a shape.
public final class Mask {
  private final Shape shape;
  private final boolean[] set;

  private Mask(Shape shape, boolean[] set) {
    this.shape = shape;
    this.set = set;
  }

  /// These answers, in a shape.
  ///
  /// @throws ShapeException if the shape has another size
  public static Mask of(boolean[] set, int... shape) {
    var lengths = Shape.of(shape);
    if (lengths.size() != set.length) {
      throw new ShapeException(
          "%d answers do not fill %s, which has room for %d"
              .formatted(set.length, lengths, lengths.size()));
    }
    return new Mask(lengths, set.clone());
  }

  static Mask ofOwned(Shape shape, boolean[] set) {
    return new Mask(shape, set);
  }

  /// `(rows, columns)`, set where `column > row`: what a position of a sequence may not look at.
  public static Mask future(int rows, int columns) {
    boolean[] set = new boolean[Shape.of(rows, columns).size()];
    for (int r = 0; r < rows; r++) {
      for (int c = r + 1; c < columns; c++) {
        set[r * columns + c] = true;
      }
    }
    return new Mask(Shape.of(rows, columns), set);
  }

  /// The shape.
  public Shape shape() {
    return shape;
  }

  /// The `i`-th answer in row-major order.
  public boolean at(int i) {
    return set[i];
  }

  /// Where this is not set.
  public Mask not() {
    boolean[] other = new boolean[set.length];
    for (int i = 0; i < other.length; i++) {
      other[i] = !set[i];
    }
    return new Mask(shape, other);
  }

  /// Repeated into a shape that broadcasting reaches.
  ///
  /// @throws ShapeException if it does not reach it
  public Mask expand(Shape to) {
    if (shape.equals(to)) {
      return this;
    }
    if (!Broadcasting.reaches(shape, to)) {
      throw new ShapeException("a mask %s cannot be repeated into %s".formatted(shape, to));
    }
    int[] strides = Layout.rowMajor(shape).expanded(to).strides();
    boolean[] repeated = new boolean[to.size()];
    for (int i = 0; i < repeated.length; i++) {
      int rest = i;
      int from = 0;
      for (int axis = strides.length - 1; axis >= 0; axis--) {
        from += rest % to.shared()[axis] * strides[axis];
        rest /= to.shared()[axis];
      }
      repeated[i] = set[from];
    }
    return new Mask(to, repeated);
  }

  /// 1 where it is set, 0 elsewhere.
  public Tensor numbers(DType type) {
    Storage out = Memory.filled(type, set.length, 0);
    for (int i = 0; i < set.length; i++) {
      if (set[i]) {
        switch (out) {
          case Storage.Floats(var array, _) -> array[i] = 1;
          case Storage.Doubles(var array, _) -> array[i] = 1;
        }
      }
    }
    return Tensor.of(out, Layout.rowMajor(shape));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Mask mask && shape.equals(mask.shape) && Arrays.equals(set, mask.set);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(set);
  }

  @Override
  public String toString() {
    return "mask " + shape;
  }
}
