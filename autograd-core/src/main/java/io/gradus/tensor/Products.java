package io.gradus.tensor;

import io.gradus.kernels.DoubleLoops;
import io.gradus.kernels.DoubleMatrix;
import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.Workers;

/// Matrix products over the last two axes.
final class Products {
  private Products() {}

  static Tensor matmul(Tensor a, Tensor b) {
    DType type = Elementwise.commonType(a, b, "·");
    int m = a.shape().length(-2);
    int k = a.shape().length(-1);
    int n = b.shape().length(-1);
    if (k != b.shape().length(-2)) {
      throw new ShapeException(
          "%s · %s: inner %d ≠ %d".formatted(a.shape(), b.shape(), k, b.shape().length(-2)));
    }
    Shape before = a.shape().part(0, a.shape().rank() - 2);
    Shape other = b.shape().part(0, b.shape().rank() - 2);
    if (!Broadcasting.fit(before, other)) {
      throw new ShapeException(
          "%s · %s: matrices %s and %s deep; broadcasting wants equal lengths or a 1"
              .formatted(a.shape(), b.shape(), before, other));
    }
    Shape batch = Broadcasting.common(before, other, "·");
    Shape shape = batch.inserted(batch.rank(), m).inserted(batch.rank() + 1, n);
    Layout left =
        a.layout().expanded(batch.inserted(batch.rank(), m).inserted(batch.rank() + 1, k));
    Layout right =
        b.layout().expanded(batch.inserted(batch.rank(), k).inserted(batch.rank() + 1, n));
    Storage out = Memory.unset(type, shape.size());
    int count = batch.size();
    switch (out) {
      case Storage.Floats floats -> {
        float[] as = a.floats();
        float[] bs = b.floats();
        Compute compute = Scope.current().compute();
        Kernels kernels = compute.kernels();
        // one large product is shared by the workers, many are done by one worker each
        Workers inside = count == 1 ? compute.workers() : Workers.caller();
        int work = (int) Math.min((long) m * n * k / MULTIPLICATIONS_AN_ELEMENT, 1 << 20);
        Parts.over(
            count,
            work,
            (lo, hi) -> {
              for (int i = lo; i < hi; i++) {
                kernels.matmul(
                    m,
                    n,
                    k,
                    matrix(as, left, i),
                    matrix(bs, right, i),
                    Matrix.rows(floats.array(), i * m * n, n),
                    false,
                    inside);
              }
            });
      }
      case Storage.Doubles doubles -> {
        double[] as = a.doubles();
        double[] bs = b.doubles();
        for (int i = 0; i < count; i++) {
          DoubleLoops.matmul(
              m,
              n,
              k,
              matrix(as, left, i),
              matrix(bs, right, i),
              new DoubleMatrix(doubles.array(), i * m * n, n, 1),
              false);
        }
      }
    }
    return Tensor.of(out, Layout.rowMajor(shape));
  }

  /// `(m, k)` by `(k, n)`, and the row `(n)` added to each row: floats.
  static Tensor affine(Tensor x, Tensor w, Tensor bias) {
    int m = x.shape().length(0);
    int k = x.shape().length(1);
    int n = w.shape().length(1);
    Tensor row = Copies.packed(bias);
    Storage out = Memory.unset(DType.FLOAT32, m * n);
    Compute compute = Scope.current().compute();
    compute
        .kernels()
        .affine(
            m,
            n,
            k,
            matrix(x.floats(), x.layout(), 0),
            matrix(w.floats(), w.layout(), 0),
            new Matrix(row.floats(), row.layout().offset(), 0, 1),
            Matrix.rows(Storage.floats(out), 0, n),
            compute.workers());
    return Tensor.of(out, Layout.rowMajor(Shape.of(m, n)));
  }

  /// Multiply-adds that take as long as an element of a plain loop.
  private static final int MULTIPLICATIONS_AN_ELEMENT = 8;

  private static Matrix matrix(float[] data, Layout layout, int i) {
    int[] strides = layout.strides();
    int rank = strides.length;
    return new Matrix(data, offset(layout, i), strides[rank - 2], strides[rank - 1]);
  }

  private static DoubleMatrix matrix(double[] data, Layout layout, int i) {
    int[] strides = layout.strides();
    int rank = strides.length;
    return new DoubleMatrix(data, offset(layout, i), strides[rank - 2], strides[rank - 1]);
  }

  /// Where the `i`-th matrix begins.
  private static int offset(Layout layout, int i) {
    int offset = layout.offset();
    for (int axis = layout.strides().length - 3; axis >= 0; axis--) {
      int length = layout.shape().shared()[axis];
      offset += i % length * layout.strides()[axis];
      i /= length;
    }
    return offset;
  }
}
