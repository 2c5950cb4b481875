package io.gradus.tensor;

import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;

/// The kernels that take whole columns of a matrix.
final class Columns {
  private Columns() {}

  static Tensor standardize(Tensor x, int correction, float eps) {
    Tensor packed = Copies.packed(x);
    int rows = x.shape().length(0);
    int columns = x.shape().length(1);
    int offset = packed.layout().offset();
    float[] from = packed.floats();
    Storage storage = Memory.unset(DType.FLOAT32, x.shape().size());
    float[] out = Storage.floats(storage);
    Kernels kernels = Scope.current().compute().kernels();
    Parts.overColumns(
        columns,
        rows,
        (lo, hi) ->
            kernels.standardizeColumns(
                new Matrix(from, offset + lo, columns, 1),
                rows,
                hi - lo,
                correction,
                eps,
                new Matrix(out, lo, columns, 1)));
    return Tensor.of(storage, Layout.rowMajor(x.shape()));
  }

  static Tensor standardizeGradient(Tensor dy, Tensor x, int correction, float eps) {
    Tensor above = Copies.packed(dy);
    Tensor packed = Copies.packed(x);
    int rows = x.shape().length(0);
    int columns = x.shape().length(1);
    Storage storage = Memory.unset(DType.FLOAT32, x.shape().size());
    float[] out = Storage.floats(storage);
    Kernels kernels = Scope.current().compute().kernels();
    Parts.overColumns(
        columns,
        rows,
        (lo, hi) ->
            kernels.standardizeColumnsGradient(
                new Matrix(above.floats(), above.layout().offset() + lo, columns, 1),
                new Matrix(packed.floats(), packed.layout().offset() + lo, columns, 1),
                rows,
                hi - lo,
                correction,
                eps,
                new Matrix(out, lo, columns, 1)));
    return Tensor.of(storage, Layout.rowMajor(x.shape()));
  }

  /// The mean and the variance of each column, both `(1, columns)`.
  static Normalisations.Statistics statistics(Tensor x, int correction) {
    Tensor packed = Copies.packed(x);
    int rows = x.shape().length(0);
    int columns = x.shape().length(1);
    int offset = packed.layout().offset();
    float[] from = packed.floats();
    Storage means = Memory.unset(DType.FLOAT32, columns);
    Storage variances = Memory.unset(DType.FLOAT32, columns);
    Kernels kernels = Scope.current().compute().kernels();
    Parts.overColumns(
        columns,
        rows,
        (lo, hi) ->
            kernels.columnMoments(
                new Matrix(from, offset + lo, columns, 1),
                rows,
                hi - lo,
                correction,
                Storage.floats(means),
                lo,
                Storage.floats(variances),
                lo));
    Layout layout = Layout.rowMajor(Shape.of(1, columns));
    return new Normalisations.Statistics(Tensor.of(means, layout), Tensor.of(variances, layout));
  }
}
