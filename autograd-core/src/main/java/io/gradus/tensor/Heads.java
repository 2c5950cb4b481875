package io.gradus.tensor;

import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import java.util.List;

/// The kernels of attention, a head at a time, shared among the workers.
final class Heads {
  private Heads() {}

  /// What is done with one head.
  private interface Forward {
    void run(Kernels kernels, int head, Matrix q, Matrix k, Matrix v, Matrix out);
  }

  private interface Back {
    void run(Kernels kernels, int head, Ends ends, Matrix dq, Matrix dk, Matrix dv);
  }

  /// What the gradients of a head are made of.
  private record Ends(Matrix dy, Matrix q, Matrix k, Matrix v) {}

  /// `(B, h, T, d)`, whose heads lie beside each other in memory: `(B, T, h·d)`, as what follows
  /// reads them.
  static Tensor attend(Tensor q, Tensor k, Tensor v) {
    int length = q.shape().length(2);
    int width = q.shape().length(3);
    float scale = scale(width);
    return forward(
        q,
        k,
        v,
        (kernels, _, qs, ks, vs, out) -> kernels.attend(length, width, scale, qs, ks, vs, out));
  }

  /// [#attend], with the weights `(B·h·T·T)` saved.
  static Saving.Result attendSaving(Tensor q, Tensor k, Tensor v) {
    int length = q.shape().length(2);
    int width = q.shape().length(3);
    float scale = scale(width);
    int each = length * length;
    int all = q.shape().length(0) * q.shape().length(1) * each;
    Storage weights = Memory.unset(DType.FLOAT32, all);
    float[] to = Storage.floats(weights);
    Tensor y =
        forward(
            q,
            k,
            v,
            (kernels, i, qs, ks, vs, out) ->
                kernels.attendSavingWeights(length, width, scale, qs, ks, vs, out, to, i * each));
    return new Saving.Result(y, List.of(Tensor.of(weights, Layout.rowMajor(Shape.of(all)))));
  }

  private static Tensor forward(Tensor q, Tensor k, Tensor v, Forward head) {
    Shape shape = q.shape();
    Tensor queries = lined(q);
    Tensor keys = lined(k);
    Tensor values = lined(v);
    Storage out = Memory.unset(DType.FLOAT32, shape.size());
    Tensor y = Tensor.of(out, beside(shape, 0));
    Kernels kernels = Scope.current().compute().kernels();
    Parts.over(
        shape.length(0) * shape.length(1),
        work(shape.length(2), shape.length(3), 2),
        (lo, hi) -> {
          for (int i = lo; i < hi; i++) {
            head.run(kernels, i, head(queries, i), head(keys, i), head(values, i), head(y, i));
          }
        });
    return y;
  }

  /// `(B, T, 3·h·d)`, of which [#parted] makes the gradients of queries, keys and values.
  static Tensor attendGradient(Tensor dy, Tensor q, Tensor k, Tensor v) {
    int length = q.shape().length(2);
    int width = q.shape().length(3);
    float scale = scale(width);
    return back(
        dy,
        q,
        k,
        v,
        (kernels, _, of, dq, dk, dv) ->
            kernels.attendGradient(length, width, scale, of.dy, of.q, of.k, of.v, dq, dk, dv));
  }

  /// [#attendGradient], of the weights that [#attendSaving] saved.
  static Tensor attendGradient(Tensor dy, Tensor q, Tensor k, Tensor v, Tensor weights) {
    int length = q.shape().length(2);
    int width = q.shape().length(3);
    float scale = scale(width);
    int each = length * length;
    float[] saved = weights.floats();
    return back(
        dy,
        q,
        k,
        v,
        (kernels, i, of, dq, dk, dv) ->
            kernels.attendGradientOfWeights(
                length, width, scale, of.dy, of.q, of.k, of.v, saved, i * each, dq, dk, dv));
  }

  private static Tensor back(Tensor dy, Tensor q, Tensor k, Tensor v, Back head) {
    Shape shape = q.shape();
    Tensor above = lined(dy);
    Tensor queries = lined(q);
    Tensor keys = lined(k);
    Tensor values = lined(v);
    int heads = shape.length(1);
    int length = shape.length(2);
    int width = shape.length(3);
    Storage out = Memory.unset(DType.FLOAT32, 3 * shape.size());
    Tensor all =
        Tensor.of(out, Layout.rowMajor(Shape.of(shape.length(0), length, 3 * heads * width)));
    List<Tensor> gradients = parted(all, heads);
    Kernels kernels = Scope.current().compute().kernels();
    Parts.over(
        shape.length(0) * heads,
        work(length, width, 5),
        (lo, hi) -> {
          for (int i = lo; i < hi; i++) {
            head.run(
                kernels,
                i,
                new Ends(head(above, i), head(queries, i), head(keys, i), head(values, i)),
                head(gradients.get(0), i),
                head(gradients.get(1), i),
                head(gradients.get(2), i));
          }
        });
    return all;
  }

  /// Queries, keys and values, each `(B, h, T, d)`, of a `(B, T, 3·h·d)` in one piece that holds
  /// them one after the other at each position, head by head.
  static List<Tensor> parted(Tensor x, int heads) {
    return List.of(part(x, 0, 3, heads), part(x, 1, 3, heads), part(x, 2, 3, heads));
  }

  /// `(B, T, h·d)` in one piece as `(B, h, T, d)`.
  static Tensor split(Tensor x, int heads) {
    return part(x, 0, 1, heads);
  }

  private static Tensor part(Tensor x, int i, int count, int heads) {
    Shape shape = x.shape();
    int width = shape.length(2) / (count * heads);
    Layout layout =
        x.layout()
            .reshaped(Shape.of(shape.length(0), shape.length(1), count, heads, width))
            .sliced(2, i, 1, 1)
            .permuted(new int[] {0, 3, 1, 4});
    return Tensor.viewOf(x, layout);
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
