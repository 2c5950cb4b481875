package io.gradus.tensor;

import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import java.util.List;

/// The kernels of attention, a head at a time, shared among the workers.
///
/// @param q queries `(B, h, T, d)`, the numbers of a row neighbours; `k` and `v` likewise
record Heads(Tensor q, Tensor k, Tensor v) {
  Heads {
    q = lined(q);
    k = lined(k);
    v = lined(v);
  }

  /// Of a `(B, T, 3·h·d)` that holds queries, keys and values one after the other at each position,
  /// head by head.
  static Heads of(Tensor x, int heads) {
    Tensor packed = Copies.packed(x);
    return new Heads(
        part(packed, 0, 3, heads), part(packed, 1, 3, heads), part(packed, 2, 3, heads));
  }

  /// `(B, T, h·d)` as `(B, h, T, d)`.
  static Tensor split(Tensor x, int heads) {
    return part(Copies.packed(x), 0, 1, heads);
  }

  /// Part `i` of a `(B, T, count·h·d)` in one piece, as `(B, h, T, d)`.
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

  /// `(B, T, h·d)`.
  Tensor attend() {
    return attend((kernels, i, out) ->
        kernels.attend(length(), width(), scale(), head(q, i), head(k, i), head(v, i), out));
  }

  /// [#attend], with the weights `(B·h·T·T)` saved.
  Saving.Result attendSaving() {
    int each = length() * length();
    Storage weights = Memory.unset(DType.FLOAT32, count() * each);
    float[] to = Storage.floats(weights);
    Tensor y =
        attend((kernels, i, out) ->
            kernels.attendSavingWeights(
                length(), width(), scale(), head(q, i), head(k, i), head(v, i), out, to, i * each));
    Layout layout = Layout.rowMajor(Shape.of(count() * each));
    return new Saving.Result(y, List.of(Tensor.of(weights, layout)));
  }

  /// `(B, T, 3·h·d)`: the gradients of queries, keys and values as [#of] reads them.
  ///
  /// @param dy `(B, h, T, d)`
  Tensor gradient(Tensor dy) {
    Tensor above = lined(dy);
    return gradient((kernels, i, dq, dk, dv) ->
        kernels.attendGradient(
            length(),
            width(),
            scale(),
            head(above, i),
            head(q, i),
            head(k, i),
            head(v, i),
            dq,
            dk,
            dv));
  }

  /// [#gradient], of the weights that [#attendSaving] saved.
  Tensor gradient(Tensor dy, Tensor weights) {
    Tensor above = lined(dy);
    int each = length() * length();
    return gradient((kernels, i, dq, dk, dv) ->
        kernels.attendGradientOfWeights(
            length(),
            width(),
            scale(),
            head(above, i),
            head(q, i),
            head(k, i),
            head(v, i),
            weights.floats(),
            i * each,
            dq,
            dk,
            dv));
  }

  /// Writes what one head makes.
  private interface Forward {
    void run(Kernels kernels, int head, Matrix out);
  }

  private Tensor attend(Forward head) {
    Tensor y = row(1);
    Tensor out = split(y, heads());
    Kernels kernels = Scope.current().compute().kernels();
    Parts.over(
        count(),
        work(2),
        (lo, hi) -> {
          for (int i = lo; i < hi; i++) {
            head.run(kernels, i, head(out, i));
          }
        });
    return y;
  }

  /// Writes what one head hands back.
  private interface Back {
    void run(Kernels kernels, int head, Matrix dq, Matrix dk, Matrix dv);
  }

  private Tensor gradient(Back head) {
    Tensor all = row(3);
    Heads out = of(all, heads());
    Kernels kernels = Scope.current().compute().kernels();
    Parts.over(
        count(),
        work(5),
        (lo, hi) -> {
          for (int i = lo; i < hi; i++) {
            head.run(kernels, i, head(out.q, i), head(out.k, i), head(out.v, i));
          }
        });
    return all;
  }

  /// Room for `(B, T, parts·h·d)`.
  private Tensor row(int parts) {
    Shape shape = Shape.of(q.shape().length(0), length(), parts * heads() * width());
    return Tensor.of(Memory.unset(DType.FLOAT32, shape.size()), Layout.rowMajor(shape));
  }

  private int heads() {
    return q.shape().length(1);
  }

  /// Of all sequences together.
  private int count() {
    return q.shape().length(0) * heads();
  }

  private int length() {
    return q.shape().length(2);
  }

  private int width() {
    return q.shape().length(3);
  }

  private float scale() {
    return (float) (1 / Math.sqrt(width()));
  }

  /// Elements of a plain loop that take as long as a head: 8 multiply-adds are one, and an
  /// exponential of a weight is some.
  private int work(int products) {
    return (int) Math.min((long) length() * length() * (products * width() / 8 + 4), 1 << 20);
  }

  /// The tensor itself where the numbers of a row are neighbours, else a copy.
  private static Tensor lined(Tensor x) {
    return x.layout().strides()[3] == 1 ? x : Copies.packed(x);
  }

  /// The `i`-th head, `(T, d)`.
  private static Matrix head(Tensor x, int i) {
    int[] strides = x.layout().strides();
    int heads = x.shape().length(1);
    int offset = x.layout().offset() + i / heads * strides[0] + i % heads * strides[1];
    return new Matrix(x.floats(), offset, strides[2], strides[3]);
  }
}
