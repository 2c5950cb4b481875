package io.gradus.tensor;

import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.Standards;
import java.util.List;

/// The kernels that take whole columns of a matrix.
final class Columns {
  private Columns() {}

  /// The value, with the means and the scales saved.
  static Saving.Result normalize(Tensor x, Tensor gain, Tensor bias, int correction, float eps) {
    Tensor packed = Copies.packed(x);
    Matrix gains = row(gain);
    Matrix terms = row(bias);
    int rows = x.shape().length(0);
    int columns = x.shape().length(1);
    int offset = packed.layout().offset();
    float[] from = packed.floats();
    Storage storage = Memory.unset(DType.FLOAT32, x.shape().size());
    Storage means = Memory.unset(DType.FLOAT32, columns);
    Storage scales = Memory.unset(DType.FLOAT32, columns);
    float[] out = Storage.floats(storage);
    var standards = new Standards(Storage.floats(means), Storage.floats(scales), 0);
    Kernels kernels = Scope.current().compute().kernels();
    Parts.overColumns(
        columns,
        rows,
        (lo, hi) ->
            kernels.normalizeColumns(
                new Matrix(from, offset + lo, columns, 1),
                rows,
                hi - lo,
                correction,
                eps,
                from(gains, lo),
                from(terms, lo),
                new Matrix(out, lo, columns, 1),
                standards.from(lo)));
    Layout row = Layout.rowMajor(Shape.of(columns));
    return new Saving.Result(
        Tensor.of(storage, Layout.rowMajor(x.shape())),
        List.of(Tensor.of(means, row), Tensor.of(scales, row)));
  }

  /// The gradients of `x`, `gain` and `bias`.
  ///
  /// @param means of the columns
  /// @param scales of the columns
  static List<Tensor> normalizeGradient(
      Tensor dy, Tensor x, Tensor gain, Tensor means, Tensor scales, int correction) {
    Tensor above = Copies.packed(dy);
    Tensor packed = Copies.packed(x);
    Matrix gains = row(gain);
    var standards = new Standards(means.floats(), scales.floats(), 0);
    int rows = x.shape().length(0);
    int columns = x.shape().length(1);
    Storage dx = Memory.unset(DType.FLOAT32, x.shape().size());
    Storage dGain = Memory.unset(DType.FLOAT32, columns);
    Storage dBias = Memory.unset(DType.FLOAT32, columns);
    Kernels kernels = Scope.current().compute().kernels();
    Parts.overColumns(
        columns,
        rows,
        (lo, hi) ->
            kernels.normalizeColumnsGradient(
                new Matrix(above.floats(), above.layout().offset() + lo, columns, 1),
                new Matrix(packed.floats(), packed.layout().offset() + lo, columns, 1),
                rows,
                hi - lo,
                correction,
                standards.from(lo),
                from(gains, lo),
                new Matrix(Storage.floats(dx), lo, columns, 1),
                new Matrix(Storage.floats(dGain), lo, 0, 1),
                new Matrix(Storage.floats(dBias), lo, 0, 1)));
    Layout row = Layout.rowMajor(Shape.of(columns));
    return List.of(
        Tensor.of(dx, Layout.rowMajor(x.shape())), Tensor.of(dGain, row), Tensor.of(dBias, row));
  }

  /// A row that stands for every row of a matrix.
  static Matrix row(Tensor x) {
    Tensor packed = Copies.packed(x);
    return new Matrix(packed.floats(), packed.layout().offset(), 0, 1);
  }

  private static Matrix from(Matrix row, int column) {
    return new Matrix(row.data(), row.index(0, column), 0, 1);
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
