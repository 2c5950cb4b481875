package io.gradus.tensor;

import io.gradus.kernels.DoubleLoops;
import io.gradus.kernels.DoubleMatrix;
import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.Reductions;
import io.gradus.kernels.Standards;
import java.util.List;

/// The kernels that take whole rows of the last axis.
final class Rows {
  private Rows() {}

  static Tensor softmax(Tensor x) {
    return rows(x, each(Kernels::softmaxRows), DoubleLoops::softmaxRows);
  }

  static Tensor logSoftmax(Tensor x) {
    return rows(x, each(Kernels::logSoftmaxRows), DoubleLoops::logSoftmaxRows);
  }

  static Tensor softmaxGradient(Tensor dy, Tensor y) {
    return rows(dy, y, Kernels::softmaxRowsGradient, DoubleLoops::softmaxRowsGradient);
  }

  static Tensor logSoftmaxGradient(Tensor dy, Tensor y) {
    return rows(dy, y, Kernels::logSoftmaxRowsGradient, DoubleLoops::logSoftmaxRowsGradient);
  }

  /// The value, with the means and the scales saved.
  static Saving.Result normalize(Tensor x, Tensor gain, Tensor bias, float eps) {
    Matrix gains = Columns.row(gain);
    Matrix terms = Columns.row(bias);
    int count = rowsOf(x.shape());
    Storage means = Memory.unset(DType.FLOAT32, count);
    Storage scales = Memory.unset(DType.FLOAT32, count);
    var standards = new Standards(Storage.floats(means), Storage.floats(scales), 0);
    Tensor y =
        rows(
            x,
            (kernels, from, first, rows, columns, out) ->
                kernels.normalizeRows(
                    from,
                    rows,
                    columns,
                    eps,
                    gains,
                    terms,
                    Matrix.rows(out, first * columns, columns),
                    standards.from(first)));
    Layout row = Layout.rowMajor(Shape.of(count));
    return new Saving.Result(y, List.of(Tensor.of(means, row), Tensor.of(scales, row)));
  }

  /// The gradients of `x`, `gain` and `bias`.
  ///
  /// The workers take the chunks of rows that a sum over columns has, and the chunks' sums are
  /// added up in order.
  ///
  /// @param means of the rows
  /// @param scales of the rows
  static List<Tensor> normalizeGradient(
      Tensor dy, Tensor x, Tensor gain, Tensor means, Tensor scales) {
    Tensor above = Copies.packed(dy);
    Tensor packed = Copies.packed(x);
    Matrix gains = Columns.row(gain);
    var standards = new Standards(means.floats(), scales.floats(), 0);
    int columns = x.shape().length(-1);
    int rows = rowsOf(x.shape());
    int chunks = Math.ceilDiv(rows, Reductions.CHUNK);
    Storage dx = Memory.unset(DType.FLOAT32, x.shape().size());
    Storage dGains = Memory.unset(DType.FLOAT32, chunks * columns);
    Storage dBiases = Memory.unset(DType.FLOAT32, chunks * columns);
    Kernels kernels = Scope.current().compute().kernels();
    Parts.over(
        chunks,
        Reductions.CHUNK * columns * WORK,
        (lo, hi) -> {
          for (int i = lo; i < hi; i++) {
            int row = i * Reductions.CHUNK;
            int first = row * columns;
            kernels.normalizeRowsGradient(
                Matrix.rows(above.floats(), above.layout().offset() + first, columns),
                Matrix.rows(packed.floats(), packed.layout().offset() + first, columns),
                Math.min(Reductions.CHUNK, rows - row),
                columns,
                standards.from(row),
                gains,
                Matrix.rows(Storage.floats(dx), first, columns),
                new Matrix(Storage.floats(dGains), i * columns, 0, 1),
                new Matrix(Storage.floats(dBiases), i * columns, 0, 1));
          }
        });
    return List.of(
        Tensor.of(dx, Layout.rowMajor(x.shape())),
        sum(kernels, Storage.floats(dGains), chunks, columns),
        sum(kernels, Storage.floats(dBiases), chunks, columns));
  }

  private static Tensor sum(Kernels kernels, float[] chunks, int count, int columns) {
    Storage out = Memory.unset(DType.FLOAT32, columns);
    Sums.addUp(kernels, chunks, count, columns, Storage.floats(out));
    return Tensor.of(out, Layout.rowMajor(Shape.of(columns)));
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

  /// [#crossEntropy], and the softmax beside it.
  static Saving.Result crossEntropyWithSoftmax(Tensor x, Indices classes) {
    Tensor packed = Copies.packed(x);
    int columns = x.shape().length(-1);
    int offset = packed.layout().offset();
    float[] from = packed.floats();
    int[] at = classes.shared();
    Storage out = Memory.unset(DType.FLOAT32, at.length);
    Storage softmax = Memory.unset(DType.FLOAT32, x.shape().size());
    float[] to = Storage.floats(out);
    float[] beside = Storage.floats(softmax);
    Kernels kernels = Scope.current().compute().kernels();
    Parts.over(
        at.length,
        columns * WORK,
        (lo, hi) ->
            kernels.crossEntropyRowsWithSoftmax(
                from, offset + lo * columns, hi - lo, columns, at, to, beside, lo));
    return new Saving.Result(
        Tensor.of(out, Layout.rowMajor(x.shape().without(-1))),
        List.of(Tensor.of(softmax, Layout.rowMajor(x.shape()))));
  }

  /// The gradient of [#crossEntropy], of the softmax that [#crossEntropyWithSoftmax] has made.
  static Tensor crossEntropyGradient(Tensor dy, Tensor softmax, Indices classes) {
    Tensor above = Copies.packed(dy);
    int columns = softmax.shape().length(-1);
    float[] from = softmax.floats();
    int[] at = classes.shared();
    Storage out = Memory.unset(DType.FLOAT32, softmax.shape().size());
    float[] to = Storage.floats(out);
    Kernels kernels = Scope.current().compute().kernels();
    Parts.over(
        at.length,
        columns,
        (lo, hi) -> {
          float[] slopes = above.floats();
          int first = above.layout().offset();
          kernels.crossEntropyRowsGradient(slopes, first, from, lo, hi - lo, columns, at, to);
        });
    return Tensor.of(out, softmax.layout());
  }

  private interface FloatKernel {
    void run(Kernels kernels, Matrix x, int rows, int columns, float[] out, int outOffset);
  }

  /// Some rows, from the one called first on.
  private interface FloatRows {
    void run(Kernels kernels, Matrix x, int first, int rows, int columns, float[] out);
  }

  private static FloatRows each(FloatKernel kernel) {
    return (kernels, x, first, rows, columns, out) ->
        kernel.run(kernels, x, rows, columns, out, first * columns);
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
                lo,
                hi - lo,
                columns,
                out));
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
