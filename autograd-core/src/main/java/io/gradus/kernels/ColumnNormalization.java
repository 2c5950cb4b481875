package io.gradus.kernels;

/// Columns brought to mean 0 and variance 1, then scaled and shifted, in the other primitives.
final class ColumnNormalization {
  private final Primitives kernels;
  private final int rows;
  private final int columns;
  private final int freedom; // what a sum of squares is divided by

  ColumnNormalization(Primitives kernels, int rows, int columns, int correction) {
    this.kernels = kernels;
    this.rows = rows;
    this.columns = columns;
    this.freedom = Math.max(rows - correction, 0);
  }

  /// The means and the variances, one row each.
  void moments(Matrix x, Matrix means, Matrix variances) {
    Matrix squares = matrix();
    sums(x, means);
    divide(means, rows);
    zip(BinaryFunction.SUBTRACT, x, means, squares);
    zip(BinaryFunction.MULTIPLY, squares, squares, squares);
    sums(squares, variances);
    divide(variances, freedom);
  }

  /// `out = y·gain + bias`
  void values(Matrix x, float eps, Matrix gain, Matrix bias, Matrix out, Standards standards) {
    Matrix means = ofColumns(standards.means(), standards);
    Matrix scales = ofColumns(standards.scales(), standards);
    moments(x, means, scales);
    standards.scaleByVariances(kernels, columns, eps);
    zip(BinaryFunction.SUBTRACT, x, means, out);
    zip(BinaryFunction.MULTIPLY, out, scales, out);
    zip(BinaryFunction.MULTIPLY, out, gain, out);
    zip(BinaryFunction.ADD, out, bias, out);
  }

  /// `dx = (d - Σ d/rows - y·Σ d·y/freedom)·scale` with `d = dy·gain`
  void gradients(
      Matrix dy,
      Matrix x,
      Standards standards,
      Matrix gain,
      Matrix dx,
      Matrix dGain,
      Matrix dBias) {
    Matrix scales = ofColumns(standards.scales(), standards);
    Matrix share = new Matrix(new float[columns], 0, 0, 1);
    Matrix y = matrix();
    Matrix product = matrix();
    zip(BinaryFunction.SUBTRACT, x, ofColumns(standards.means(), standards), y);
    zip(BinaryFunction.MULTIPLY, y, scales, y);
    zip(BinaryFunction.MULTIPLY, dy, y, product);
    sums(product, dGain);
    sums(dy, dBias);
    zip(BinaryFunction.MULTIPLY, dy, gain, dx);
    zip(BinaryFunction.MULTIPLY, dx, y, product);
    sums(product, share);
    divide(share, freedom);
    zip(BinaryFunction.MULTIPLY, y, share, y);
    sums(dx, share);
    divide(share, rows);
    zip(BinaryFunction.SUBTRACT, dx, share, dx);
    zip(BinaryFunction.SUBTRACT, dx, y, dx);
    zip(BinaryFunction.MULTIPLY, dx, scales, dx);
  }

  private static Matrix ofColumns(float[] numbers, Standards standards) {
    return new Matrix(numbers, standards.first(), 0, 1);
  }

  private void sums(Matrix x, Matrix out) {
    kernels.columnSums(x, rows, columns, out.data(), out.offset());
  }

  private void divide(Matrix row, int by) {
    kernels.zip(BinaryFunction.DIVIDE, row, Matrix.of(by), row, 1, columns);
  }

  private void zip(BinaryFunction f, Matrix x, Matrix y, Matrix out) {
    kernels.zip(f, x, y, out, rows, columns);
  }

  private Matrix matrix() {
    return Matrix.rows(new float[rows * columns], 0, columns);
  }
}
