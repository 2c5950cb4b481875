package io.gradus.kernels;

/// Rows brought to mean 0 and variance 1, then scaled and shifted, in the other primitives.
final class RowNormalization {
  private final Kernels kernels;
  private final int rows;
  private final int columns;
  private final float eps;
  private final float[] sums;
  private final float[] inverse;
  private final Matrix ofRow;
  private final Matrix scale;
  private final Matrix between;

  RowNormalization(Kernels kernels, int rows, int columns, float eps) {
    this.kernels = kernels;
    this.rows = rows;
    this.columns = columns;
    this.eps = eps;
    this.sums = new float[rows];
    this.inverse = new float[rows];
    this.ofRow = new Matrix(sums, 0, 1, 0);
    this.scale = new Matrix(inverse, 0, 1, 0);
    this.between = Matrix.rows(new float[rows * columns], 0, columns);
  }

  /// `out = y·gain + bias`
  void values(Matrix x, Matrix gain, Matrix bias, Matrix out) {
    standardize(x, out);
    zip(BinaryFunction.MULTIPLY, out, gain, out);
    zip(BinaryFunction.ADD, out, bias, out);
  }

  /// `dx = (d - Σ d/n - y·Σ d·y/n) / √(variance + eps)` with `d = dy·gain`
  void gradients(Matrix dy, Matrix x, Matrix gain, Matrix dx, Matrix dGain, Matrix dBias) {
    Matrix y = Matrix.rows(new float[rows * columns], 0, columns);
    standardize(x, y);
    zip(BinaryFunction.MULTIPLY, dy, y, between);
    kernels.columnSums(between, rows, columns, dGain.data(), dGain.offset());
    kernels.columnSums(dy, rows, columns, dBias.data(), dBias.offset());
    zip(BinaryFunction.MULTIPLY, dy, gain, dx);
    zip(BinaryFunction.MULTIPLY, dx, y, between);
    means(between, sums);
    zip(BinaryFunction.MULTIPLY, y, ofRow, y);
    means(dx, sums);
    zip(BinaryFunction.SUBTRACT, dx, ofRow, dx);
    zip(BinaryFunction.SUBTRACT, dx, y, dx);
    zip(BinaryFunction.MULTIPLY, dx, scale, dx);
  }

  /// `y = (x - mean) / √(variance + eps)`
  private void standardize(Matrix x, Matrix y) {
    means(x, sums);
    zip(BinaryFunction.SUBTRACT, x, ofRow, y);
    zip(BinaryFunction.MULTIPLY, y, y, between);
    means(between, inverse);
    Matrix variances = Matrix.rows(inverse, 0, rows);
    kernels.zip(BinaryFunction.ADD, variances, Matrix.of(eps), variances, 1, rows);
    kernels.map(UnaryFunction.SQRT, inverse, 0, inverse, 0, rows);
    kernels.map(UnaryFunction.RECIPROCAL, inverse, 0, inverse, 0, rows);
    zip(BinaryFunction.MULTIPLY, y, scale, y);
  }

  private void means(Matrix x, float[] out) {
    kernels.rowSums(x, rows, columns, out, 0);
    Matrix each = Matrix.rows(out, 0, rows);
    kernels.zip(BinaryFunction.DIVIDE, each, Matrix.of(columns), each, 1, rows);
  }

  private void zip(BinaryFunction f, Matrix x, Matrix y, Matrix out) {
    kernels.zip(f, x, y, out, rows, columns);
  }
}
