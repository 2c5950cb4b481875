package io.gradus.tensor;

import java.util.Arrays;
import java.util.List;

/// The same numbers of a tensor, seen in another way; a part is copied only where order demands it.
sealed interface TensorViews permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// In another shape of the same size; one length may be -1 and follows from the others.
  ///
  /// @throws ShapeException if the sizes differ
  default Tensor reshape(int... lengths) {
    Shape shape = self().shape();
    int[] known = lengths.clone();
    if (Arrays.stream(lengths).filter(length -> length == -1).count() > 1) {
      throw new ShapeException(
          "%s cannot become %s: only one length may be -1".formatted(shape, text(lengths)));
    }
    int open = -1;
    long product = 1;
    for (int axis = 0; axis < known.length; axis++) {
      if (known[axis] == -1) {
        open = axis;
      } else {
        product *= known[axis];
      }
    }
    if (open >= 0 && product > 0 && shape.size() % product == 0) {
      known[open] = (int) (shape.size() / product);
    }
    if (open >= 0 && known[open] == -1) {
      throw new ShapeException(
          "%s cannot become %s: no whole length fits in place of -1"
              .formatted(shape, text(lengths)));
    }
    return reshape(Shape.of(known));
  }

  private static String text(int[] lengths) {
    return Arrays.toString(lengths).replace('[', '(').replace(']', ')');
  }

  /// In another shape of the same size.
  ///
  /// @throws ShapeException if the sizes differ
  default Tensor reshape(Shape to) {
    Shape shape = self().shape();
    if (shape.equals(to)) {
      return self();
    }
    if (shape.size() != to.size()) {
      throw new ShapeException(
          "%s cannot become %s: %d numbers are not %d"
              .formatted(shape, to, shape.size(), to.size()));
    }
    return Tensor.made(new View.Reshape(to), self());
  }

  /// With the axes in another order: axis `i` of the result is axis `order[i]` of this.
  ///
  /// @throws ShapeException if an axis is missing or named twice
  default Tensor permute(int... order) {
    Shape shape = self().shape();
    Integer[] axes = new Integer[order.length];
    int named = 0;
    for (int i = 0; i < order.length; i++) {
      axes[i] = shape.axis(order[i]);
      named |= 1 << axes[i];
    }
    if (order.length != shape.rank() || named != (1 << shape.rank()) - 1) {
      throw new ShapeException(
          "%s permuted by %s: every axis must be named once".formatted(shape, text(order)));
    }
    return Tensor.made(new View.Permute(List.of(axes)), self());
  }

  /// With two axes exchanged.
  default Tensor transpose(int axis, int other) {
    Shape shape = self().shape();
    int[] order = new int[shape.rank()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int a = shape.axis(axis);
    int b = shape.axis(other);
    order[a] = b;
    order[b] = a;
    return permute(order);
  }

  /// A matrix with rows and columns exchanged.
  default Tensor transpose() {
    return transpose(-2, -1);
  }

  /// Repeated along axes of length 1, and along new axes in front.
  ///
  /// @throws ShapeException if broadcasting does not reach that shape
  default Tensor expand(int... lengths) {
    return expand(Shape.of(lengths));
  }

  /// Repeated along axes of length 1, and along new axes in front.
  ///
  /// @throws ShapeException if broadcasting does not reach that shape
  default Tensor expand(Shape to) {
    Shape shape = self().shape();
    if (shape.equals(to)) {
      return self();
    }
    if (!Broadcasting.reaches(shape, to)) {
      throw new ShapeException(
          "%s cannot be repeated into %s: only axes of length 1 repeat, and new ones in front"
              .formatted(shape, to));
    }
    return Tensor.made(new View.Expand(to), self());
  }

  /// The places `from .. to - 1` of an axis.
  ///
  /// @throws ShapeException if they are not inside it
  default Tensor slice(int axis, int from, int to) {
    return slice(axis, from, to, 1);
  }

  /// The places `from, from + step, ...` below `to` of an axis; negative places count from the end.
  ///
  /// @throws ShapeException if they are not inside it
  default Tensor slice(int axis, int from, int to, int step) {
    Shape shape = self().shape();
    int at = shape.axis(axis);
    int length = shape.length(at);
    int first = from < 0 ? from + length : from;
    int end = to < 0 ? to + length : to;
    if (first < 0 || end > length || first > end || step < 1) {
      throw new ShapeException(
          "%s sliced from %d to %d by %d along axis %d: 0 ≤ from ≤ to ≤ %d and a step are wanted"
              .formatted(shape, from, to, step, at, length));
    }
    return Tensor.made(new View.Slice(at, first, Math.ceilDiv(end - first, step), step), self());
  }

  /// One place of an axis, which disappears; a negative one counts from the end.
  ///
  /// @throws ShapeException if there is no such place
  default Tensor select(int axis, int place) {
    Shape shape = self().shape();
    int at = shape.axis(axis);
    int first = place < 0 ? place + shape.length(at) : place;
    if (first < 0 || first >= shape.length(at)) {
      throw new ShapeException(
          "%s has no place %d along axis %d, which is %d long"
              .formatted(shape, place, at, shape.length(at)));
    }
    return slice(at, first, first + 1).squeeze(at);
  }

  /// Without an axis of length 1.
  ///
  /// @throws ShapeException if it is longer
  default Tensor squeeze(int axis) {
    Shape shape = self().shape();
    if (shape.length(axis) != 1) {
      throw new ShapeException(
          "%s squeezed along axis %d: its length is %d, not 1"
              .formatted(shape, axis, shape.length(axis)));
    }
    return reshape(shape.without(axis));
  }

  /// With a new axis of length 1, at that place of the result; -1 is the last.
  default Tensor unsqueeze(int axis) {
    Shape shape = self().shape();
    int at = axis < 0 ? axis + shape.rank() + 1 : axis;
    if (at < 0 || at > shape.rank()) {
      throw new ShapeException(
          "%s with a new axis at %d: the places are %d to %d"
              .formatted(shape, axis, -shape.rank() - 1, shape.rank()));
    }
    return reshape(shape.inserted(at, 1));
  }

  /// With zeros before and after, along an axis.
  default Tensor pad(int axis, int before, int after) {
    Shape shape = self().shape();
    int at = shape.axis(axis);
    if (before < 0 || after < 0) {
      throw new ShapeException(
          "%s padded by %d and %d: neither can be negative".formatted(shape, before, after));
    }
    int length = Math.addExact(Math.addExact(before, shape.length(at)), after);
    return before + after == 0
        ? self()
        : Tensor.made(new View.Place(at, before, 1, length), self());
  }

  /// An axis as two, `(count, size)`: windows of `size` places, `dilation` apart, beginning
  /// `stride` after each other.
  ///
  /// @throws ShapeException if not one window fits
  default Tensor windows(int axis, int size, int stride, int dilation) {
    Shape shape = self().shape();
    int at = shape.axis(axis);
    if (size < 1 || stride < 1 || dilation < 1) {
      throw new ShapeException(
          "%s in windows of %d, stride %d, dilation %d: each must be at least 1"
              .formatted(shape, size, stride, dilation));
    }
    long reach = (long) dilation * (size - 1) + 1;
    if (reach > shape.length(at)) {
      throw new ShapeException(
          "%s in windows along axis %d: %d places, %d apart, reach over %d"
              .formatted(shape, at, size, dilation, reach));
    }
    return Tensor.made(new View.Windows(at, size, stride, dilation), self());
  }
}
