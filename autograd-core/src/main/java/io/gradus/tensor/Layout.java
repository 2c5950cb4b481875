package io.gradus.tensor;

import java.util.Arrays;
import java.util.Optional;

/// Where the numbers of a tensor stand in its array: number `(i, j, ...)` at `offset + i *
/// strides[0]
/// + j * strides[1] + ...`.
///
/// A view is another layout of the same array. A stride of 0 repeats.
final class Layout {
  private final Shape shape;
  private final int[] strides;
  private final int offset;
  private final boolean contiguous;

  private Layout(Shape shape, int[] strides, int offset) {
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    this.contiguous = isRowMajor(shape, strides);
  }

  /// Row-major from the array's start.
  static Layout rowMajor(Shape shape) {
    return new Layout(shape, rowMajorStrides(shape), 0);
  }

  /// The same, so many places further on in the array.
  Layout movedBy(int places) {
    return new Layout(shape, strides, offset + places);
  }

  Shape shape() {
    return shape;
  }

  int offset() {
    return offset;
  }

  /// The strides themselves, not to be written to.
  int[] strides() {
    return strides;
  }

  /// Whether the numbers stand one after the other, in order.
  boolean contiguous() {
    return contiguous;
  }

  /// The same numbers in another shape of the same size; the layout must be contiguous.
  Layout reshaped(Shape other) {
    return new Layout(other, rowMajorStrides(other), offset);
  }

  /// The same numbers in another shape of the same size, where no number has to move for it: axes
  /// are cut in two, or joined where one follows the other without a gap.
  Optional<Layout> viewed(Shape other) {
    if (contiguous) {
      return Optional.of(reshaped(other));
    }
    int[] steps = new int[other.rank()];
    int own = strides.length - 1;
    int axis = other.rank() - 1;
    while (axis >= 0 || own >= 0) {
      int left = own < 0 ? 1 : shape.shared()[own];
      int step = own < 0 ? 1 : strides[own];
      while (--own >= 0 && joins(own, step * left)) {
        left *= shape.shared()[own];
      }
      // axes of the other shape that divide what is left, from the last one on
      while (axis >= 0 && left % other.shared()[axis] == 0) {
        steps[axis] = step;
        step *= other.shared()[axis];
        left /= other.shared()[axis--];
      }
      if (left != 1) {
        return Optional.empty();
      }
    }
    return Optional.of(new Layout(other, steps, offset));
  }

  /// Whether an axis takes up where those behind it end.
  private boolean joins(int axis, int end) {
    return shape.shared()[axis] == 1 || strides[axis] == end;
  }

  /// Axis `i` of the result is axis `order[i]` of this.
  Layout permuted(int[] order) {
    int[] lengths = new int[order.length];
    int[] steps = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      lengths[i] = shape.shared()[order[i]];
      steps[i] = strides[order[i]];
    }
    return new Layout(Shape.ofOwned(lengths), steps, offset);
  }

  /// With one axis moved behind the others.
  Layout withAxisLast(int axis) {
    int[] order = new int[strides.length];
    for (int i = 0; i < order.length - 1; i++) {
      order[i] = i < axis ? i : i + 1;
    }
    order[order.length - 1] = axis;
    return permuted(order);
  }

  /// Repeated into a shape that broadcasting reaches.
  Layout expanded(Shape to) {
    int ahead = to.rank() - shape.rank();
    int[] steps = new int[to.rank()];
    for (int axis = ahead; axis < to.rank(); axis++) {
      boolean repeated = shape.shared()[axis - ahead] == 1 && to.shared()[axis] != 1;
      steps[axis] = repeated ? 0 : strides[axis - ahead];
    }
    return new Layout(to, steps, offset);
  }

  /// The places `from, from + step, ...` of one axis, so many of them.
  Layout sliced(int axis, int from, int length, int step) {
    int[] steps = strides.clone();
    steps[axis] *= step;
    int start = length == 0 ? offset : offset + from * strides[axis];
    return new Layout(shape.with(axis, length), steps, start);
  }

  /// One axis as two, `(count, size)`: windows of `size` places `spacing` apart, each `stride`
  /// after the one before it.
  Layout windows(int axis, int count, int stride, int size, int spacing) {
    int[] steps = new int[strides.length + 1];
    System.arraycopy(strides, 0, steps, 0, axis);
    steps[axis] = strides[axis] * stride;
    steps[axis + 1] = strides[axis] * spacing;
    System.arraycopy(strides, axis + 1, steps, axis + 2, strides.length - axis - 1);
    return new Layout(shape.with(axis, count).inserted(axis + 1, size), steps, offset);
  }

  /// Without an axis, at its first place.
  Layout withoutAxis(int axis) {
    int[] steps = new int[strides.length - 1];
    System.arraycopy(strides, 0, steps, 0, axis);
    System.arraycopy(strides, axis + 1, steps, axis, steps.length - axis);
    return new Layout(shape.without(axis), steps, offset);
  }

  private static boolean isRowMajor(Shape shape, int[] strides) {
    int expected = 1;
    for (int axis = strides.length - 1; axis >= 0; axis--) {
      int length = shape.shared()[axis];
      if (length != 1) {
        if (strides[axis] != expected) {
          return shape.size() == 0;
        }
        expected *= length;
      }
    }
    return true;
  }

  /// The index of the `i`-th element in row-major order, which prints as people write it: `(0, 2)`.
  static Shape index(Shape shape, int i) {
    int[] index = shape.lengths();
    int rest = i;
    for (int axis = index.length - 1; axis >= 0; axis--) {
      int length = index[axis];
      index[axis] = rest % length;
      rest /= length;
    }
    return Shape.ofOwned(index);
  }

  static int[] rowMajorStrides(Shape shape) {
    int[] strides = new int[shape.rank()];
    int step = 1;
    for (int axis = strides.length - 1; axis >= 0; axis--) {
      strides[axis] = step;
      step *= Math.max(shape.shared()[axis], 1);
    }
    return strides;
  }

  @Override
  public String toString() {
    return "%s, strides %s from %d".formatted(shape, Arrays.toString(strides), offset);
  }
}
