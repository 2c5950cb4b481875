package io.gradus.tensor;

import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import java.util.List;
import java.util.stream.IntStream;

/// The kernels of attention, a head at a time, shared among the workers.
final class Heads {
  private Heads() {}

  /// `(B, h, T, d)`, whose heads lie beside each other in memory: `(B, T, h·d)`, as what follows
  /// reads them.
  static Tensor attend(Tensor q, Tensor k, Tensor v) {
    Shape shape = q.shape();
    Tensor queries = lined(q);
    Tensor keys = lined(k);
    Tensor values = lined(v);
    int length = shape.length(2);
    int width = shape.length(3);
    Storage out = Memory.unset(DType.FLOAT32, shape.size());
    Tensor y = Tensor.of(out, beside(shape, 0));
    Kernels kernels = Scope.current().compute().kernels();
    Parts.over(
        shape.length(0) * shape.length(1),
        work(length, width, 2),
        (lo, hi) -> {
          for (int i = lo; i < hi; i++) {
            kernels.attend(
                length,
                width,
                scale(width),
                head(queries, i),
                head(keys, i),
                head(values, i),
                head(y, i));
          }
        });
    return y;
  }

  /// `(B, T, 3·h·d)`, of which [#parted] makes the gradients of queries, keys and values.
  static Tensor attendGradient(Tensor dy, Tensor q, Tensor k, Tensor v) {
    Shape shape = q.shape();
    Tensor above = lined(dy);
    Tensor queries = lined(q);
    Tensor keys = lined(k);
    Tensor values = lined(v);
    int length = shape.length(2);
    int width = shape.length(3);
    int heads = shape.length(1);
    Storage out = Memory.unset(DType.FLOAT32, 3 * shape.size());
    Tensor all =
        Tensor.of(out, Layout.rowMajor(Shape.of(shape.length(0), length, 3 * heads * width)));
    List<Tensor> gradients = parted(all, heads);
    Tensor dq = gradients.get(0);
    Tensor dk = gradients.get(1);
    Tensor dv = gradients.get(2);
    Kernels kernels = Scope.current().compute().kernels();
    Parts.over(
        shape.length(0) * shape.length(1),
        work(length, width, 5),
        (lo, hi) -> {
          for (int i = lo; i < hi; i++) {
            kernels.attendGradient(
                length,
                width,
                scale(width),
                head(above, i),
                head(queries, i),
                head(keys, i),
                head(values, i),
                head(dq, i),
                head(dk, i),
                head(dv, i));
          }
        });
    return all;
  }

  /// Queries, keys and values, each `(B, h, T, d)`, of a `(B, T, 3·h·d)` in one piece that holds
  /// them one after the other at each position, head by head.
  static List<Tensor> parted(Tensor x, int heads) {
    Layout axes = axes(x, heads);
    return IntStream.range(0, 3)
        .mapToObj(i -> axes.sliced(2, i, 1, 1).permuted(new int[] {0, 3, 1, 4}))
        .map(layout -> Tensor.viewOf(x, layout))
        .toList();
  }

  /// `(B, T, 3, h, d)`
  private static Layout axes(Tensor x, int heads) {
    Shape shape = x.shape();
    int width = shape.length(2) / (3 * heads);
    return x.layout().reshaped(Shape.of(shape.length(0), shape.length(1), 3, heads, width));
  }

  /// `(B, h, T, d)` of [#attend], as `(B, T, h·d)`.
  static Tensor joined(Tensor y) {
    Shape shape = y.shape();
    Shape joined = Shape.of(shape.length(0), shape.length(2), shape.length(1) * shape.length(3));
    return Tensor.of(y.storage(), Layout.rowMajor(joined));
  }

  /// Elements of a plain loop that take as long as a head: 8 multiply-adds are one, and an
  /// exponential of a weight is some.
  private static int work(int length, int width, int products) {
    return (int) Math.min((long) length * length * (products * width / 8 + 4), 1 << 20);
  }

  private static float scale(int width) {
    return (float) (1 / Math.sqrt(width));
  }

  /// The tensor itself where the numbers of a row are neighbours, else a copy.
  private static Tensor lined(Tensor x) {
    return x.layout().strides()[3] == 1 ? x : Copies.packed(x);
  }

  /// Row-major, but for the second and third axes from the end, which change places.
  private static Layout beside(Shape shape, int offset) {
    int rank = shape.rank();
    int[] lengths = shape.lengths();
    lengths[rank - 3] = shape.length(-2);
    lengths[rank - 2] = shape.length(-3);
    int[] order = new int[rank];
    java.util.Arrays.setAll(order, axis -> axis);
    order[rank - 3] = rank - 2;
    order[rank - 2] = rank - 3;
    return Layout.rowMajor(Shape.of(lengths)).permuted(order).movedBy(offset);
  }

  /// The `i`-th head, `(T, d)`.
  private static Matrix head(Tensor x, int i) {
    int[] strides = x.layout().strides();
    int heads = x.shape().length(1);
    int offset = x.layout().offset() + i / heads * strides[0] + i % heads * strides[1];
    return new Matrix(x.floats(), offset, strides[2], strides[3]);
  }
}
