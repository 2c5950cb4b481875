package io.gradus.tensor;

import io.gradus.kernels.DoubleLoops;
import io.gradus.kernels.DoubleMatrix;
import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;

/// The kernels that take whole rows of the last axis.
final class Rows {
  private Rows() {}

  static Tensor softmax(Tensor x) {
    return rows(x, Kernels::softmaxRows, DoubleLoops::softmaxRows);
  }

  static Tensor logSoftmax(Tensor x) {
    return rows(x, Kernels::logSoftmaxRows, DoubleLoops::logSoftmaxRows);
  }

  static Tensor softmaxGradient(Tensor dy, Tensor y) {
    return rows(dy, y, Kernels::softmaxRowsGradient, DoubleLoops::softmaxRowsGradient);
  }

  static Tensor logSoftmaxGradient(Tensor dy, Tensor y) {
    return rows(dy, y, Kernels::logSoftmaxRowsGradient, DoubleLoops::logSoftmaxRowsGradient);
  }

  private interface FloatRows {
    void run(Kernels kernels, Matrix x, int rows, int columns, float[] out, int outOffset);
  }

  private interface DoubleRows {
    void run(DoubleMatrix x, int rows, int columns, double[] out, int outOffset);
  }

  private static Tensor rows(Tensor x, FloatRows ofFloats, DoubleRows ofDoubles) {
    Tensor packed = Copies.packed(x);
    int columns = x.shape().length(-1);
    int rows = columns == 0 ? 0 : x.shape().size() / columns;
    int offset = packed.layout().offset();
    Storage out = Memory.unset(x.dtype(), x.shape().size());
    switch (out) {
      case Storage.Floats floats -> {
        float[] from = packed.floats();
        Kernels kernels = Scope.current().compute().kernels();
        Parts.over(
            rows,
            columns,
            (lo, hi) ->
                ofFloats.run(
                    kernels,
                    Matrix.rows(from, offset + lo * columns, columns),
                    hi - lo,
                    columns,
                    floats.array(),
                    lo * columns));
      }
      case Storage.Doubles doubles ->
          ofDoubles.run(
              new DoubleMatrix(packed.doubles(), offset, columns, 1),
              rows,
              columns,
              doubles.array(),
              0);
    }
    return Tensor.of(out, Layout.rowMajor(x.shape()));
  }

  private interface FloatRowPairs {
    void run(
        Kernels kernels,
        float[] a,
        int aOffset,
        float[] b,
        int bOffset,
        int rows,
        int columns,
        float[] out,
        int outOffset);
  }

  private interface DoubleRowPairs {
    void run(
        double[] a,
        int aOffset,
        double[] b,
        int bOffset,
        int rows,
        int columns,
        double[] out,
        int outOffset);
  }

  private static Tensor rows(Tensor a, Tensor b, FloatRowPairs ofFloats, DoubleRowPairs ofDoubles) {
    Tensor first = Copies.packed(a);
    Tensor second = Copies.packed(b);
    int columns = a.shape().length(-1);
    int rows = columns == 0 ? 0 : a.shape().size() / columns;
    int ao = first.layout().offset();
    int bo = second.layout().offset();
    Storage out = Memory.unset(a.dtype(), a.shape().size());
    switch (out) {
      case Storage.Floats floats -> {
        float[] as = first.floats();
        float[] bs = second.floats();
        Kernels kernels = Scope.current().compute().kernels();
        Parts.over(
            rows,
            columns,
            (lo, hi) ->
                ofFloats.run(
                    kernels,
                    as,
                    ao + lo * columns,
                    bs,
                    bo + lo * columns,
                    hi - lo,
                    columns,
                    floats.array(),
                    lo * columns));
      }
      case Storage.Doubles doubles ->
          ofDoubles.run(
              first.doubles(), ao, second.doubles(), bo, rows, columns, doubles.array(), 0);
    }
    return Tensor.of(out, Layout.rowMajor(a.shape()));
  }
}
