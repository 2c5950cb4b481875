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

  static Tensor standardize(Tensor x, float eps) {
    return rows(
        x,
        (kernels, from, rows, columns, out, outOffset) ->
            kernels.standardizeRows(
                from.data(), from.offset(), rows, columns, eps, out, outOffset));
  }

  static Tensor standardizeGradient(Tensor dy, Tensor x, float eps) {
    return rows(
        dy,
        x,
        (kernels, a, ao, b, bo, rows, columns, out, outOffset) ->
            kernels.standardizeRowsGradient(a, ao, b, bo, rows, columns, eps, out, outOffset));
  }

  /// `-ln softmax` of each row at its class.
  static Tensor crossEntropy(Tensor x, Indices classes) {
    Tensor packed = Copies.packed(x);
    int columns = x.shape().length(-1);
    int offset = packed.layout().offset();
    float[] from = packed.floats();
    int[] at = classes.shared();
    Storage out = Memory.unset(DType.FLOAT32, at.length);
    float[] to = Storage.floats(out);
    Kernels kernels = Scope.current().compute().kernels();
    Parts.over(
        at.length,
        columns * WORK,
        (lo, hi) ->
            kernels.crossEntropyRows(from, offset + lo * columns, hi - lo, columns, at, to, lo));
    return Tensor.of(out, Layout.rowMajor(x.shape().without(-1)));
  }

  static Tensor crossEntropyGradient(Tensor dy, Tensor x, Indices classes) {
    Tensor above = Copies.packed(dy);
    Tensor packed = Copies.packed(x);
    int columns = x.shape().length(-1);
    int offset = packed.layout().offset();
    float[] from = packed.floats();
    int[] at = classes.shared();
    Storage out = Memory.unset(DType.FLOAT32, x.shape().size());
    float[] to = Storage.floats(out);
    Kernels kernels = Scope.current().compute().kernels();
    Parts.over(
        at.length,
        columns * WORK,
        (lo, hi) -> {
          float[] slopes = above.floats();
          int first = above.layout().offset();
          kernels.crossEntropyRowsGradient(
              slopes, first, from, offset + lo * columns, lo, hi - lo, columns, at, to);
        });
    return Tensor.of(out, Layout.rowMajor(x.shape()));
  }

  private interface FloatRows {
    void run(Kernels kernels, Matrix x, int rows, int columns, float[] out, int outOffset);
  }

  private interface DoubleRows {
    void run(DoubleMatrix x, int rows, int columns, double[] out, int outOffset);
  }

  private static Tensor rows(Tensor x, FloatRows ofFloats, DoubleRows ofDoubles) {
    if (x.dtype() == DType.FLOAT32) {
      return rows(x, ofFloats);
    }
    Tensor packed = Copies.packed(x);
    int columns = x.shape().length(-1);
    Storage out = Memory.unset(DType.FLOAT64, x.shape().size());
    ofDoubles.run(
        new DoubleMatrix(packed.doubles(), packed.layout().offset(), columns, 1),
        rowsOf(x.shape()),
        columns,
        Storage.doubles(out),
        0);
    return Tensor.of(out, Layout.rowMajor(x.shape()));
  }

  private static Tensor rows(Tensor x, FloatRows body) {
    Tensor packed = Copies.packed(x);
    int columns = x.shape().length(-1);
    int offset = packed.layout().offset();
    Storage storage = Memory.unset(DType.FLOAT32, x.shape().size());
    float[] out = Storage.floats(storage);
    float[] from = packed.floats();
    Kernels kernels = Scope.current().compute().kernels();
    Parts.over(
        rowsOf(x.shape()),
        columns * WORK,
        (lo, hi) ->
            body.run(
                kernels,
                Matrix.rows(from, offset + lo * columns, columns),
                hi - lo,
                columns,
                out,
                lo * columns));
    return Tensor.of(storage, Layout.rowMajor(x.shape()));
  }

  /// A row is passed several times.
  private static final int WORK = 4;

  private static int rowsOf(Shape shape) {
    return shape.length(-1) == 0 ? 0 : shape.size() / shape.length(-1);
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
    if (a.dtype() == DType.FLOAT32) {
      return rows(a, b, ofFloats);
    }
    Tensor first = Copies.packed(a);
    Tensor second = Copies.packed(b);
    Storage out = Memory.unset(DType.FLOAT64, a.shape().size());
    ofDoubles.run(
        first.doubles(),
        first.layout().offset(),
        second.doubles(),
        second.layout().offset(),
        rowsOf(a.shape()),
        a.shape().length(-1),
        Storage.doubles(out),
        0);
    return Tensor.of(out, Layout.rowMajor(a.shape()));
  }

  private static Tensor rows(Tensor a, Tensor b, FloatRowPairs body) {
    Tensor first = Copies.packed(a);
    Tensor second = Copies.packed(b);
    int columns = a.shape().length(-1);
    int ao = first.layout().offset();
    int bo = second.layout().offset();
    float[] as = first.floats();
    float[] bs = second.floats();
    Storage storage = Memory.unset(DType.FLOAT32, a.shape().size());
    float[] out = Storage.floats(storage);
    Kernels kernels = Scope.current().compute().kernels();
    Parts.over(
        rowsOf(a.shape()),
        columns * WORK,
        (lo, hi) -> {
          int from = lo * columns;
          body.run(kernels, as, ao + from, bs, bo + from, hi - lo, columns, out, from);
        });
    return Tensor.of(storage, Layout.rowMajor(a.shape()));
  }
}
