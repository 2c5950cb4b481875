package io.gradus.kernels;

/// Rows brought to mean 0 and variance 1, in the other primitives.
final class RowStandardization {
  private final Kernels kernels;
  private final int rows;
  private final int columns;
  private final float eps;
  private final float[] sums;
  private final float[] inverse;
  private final Matrix ofRow;
  private final Matrix scale;
  private final Matrix between;

  RowStandardization(Kernels kernels, int rows, int columns, float eps) {
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

  /// `out = (x - mean) / √(variance + eps)`
  void values(Matrix x, Matrix out) {
    means(x, sums);
    zip(BinaryFunction.SUBTRACT, x, ofRow, out);
    zip(BinaryFunction.MULTIPLY, out, out, between);
    means(between, inverse);
    Matrix variances = Matrix.rows(inverse, 0, rows);
    kernels.zip(BinaryFunction.ADD, variances, Matrix.of(eps), variances, 1, rows);
    kernels.map(UnaryFunction.SQRT, inverse, 0, inverse, 0, rows);
    kernels.map(UnaryFunction.RECIPROCAL, inverse, 0, inverse, 0, rows);
    zip(BinaryFunction.MULTIPLY, out, scale, out);
  }

  /// `out = (dy - Σ dy/n - y·Σ dy·y/n) / √(variance + eps)`
  void gradients(Matrix dy, Matrix x, Matrix out) {
    Matrix y = Matrix.rows(new float[rows * columns], 0, columns);
    values(x, y);
    zip(BinaryFunction.MULTIPLY, dy, y, between);
    means(between, sums);
    zip(BinaryFunction.MULTIPLY, y, ofRow, y);
    means(dy, sums);
    zip(BinaryFunction.SUBTRACT, dy, ofRow, out);
    zip(BinaryFunction.SUBTRACT, out, y, out);
    zip(BinaryFunction.MULTIPLY, out, scale, out);
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
