package io.gradus.kernels;

/// Rows brought to mean 0 and variance 1, then scaled and shifted, in the other primitives.
final class RowNormalization {
  private final Primitives kernels;
  private final int rows;
  private final int columns;
  private final Matrix between;

  RowNormalization(Primitives kernels, int rows, int columns) {
    this.kernels = kernels;
    this.rows = rows;
    this.columns = columns;
    this.between = Matrix.rows(new float[rows * columns], 0, columns);
  }

  /// `out = y·gain + bias`
  void values(Matrix x, float eps, Matrix gain, Matrix bias, Matrix out, Standards standards) {
    Matrix means = ofRows(standards.means(), standards);
    Matrix scales = ofRows(standards.scales(), standards);
    means(x, means);
    zip(BinaryFunction.SUBTRACT, x, means, out);
    zip(BinaryFunction.MULTIPLY, out, out, between);
    means(between, scales);
    standards.scaleByVariances(kernels, rows, eps);
    zip(BinaryFunction.MULTIPLY, out, scales, out);
    zip(BinaryFunction.MULTIPLY, out, gain, out);
    zip(BinaryFunction.ADD, out, bias, out);
  }

  /// `dx = (d - Σ d/n - y·Σ d·y/n)·scale` with `d = dy·gain`
  void gradients(
      Matrix dy,
      Matrix x,
      Standards standards,
      Matrix gain,
      Matrix dx,
      Matrix dGain,
      Matrix dBias) {
    Matrix y = Matrix.rows(new float[rows * columns], 0, columns);
    Matrix share = new Matrix(new float[rows], 0, 1, 0);
    Matrix scales = ofRows(standards.scales(), standards);
    zip(BinaryFunction.SUBTRACT, x, ofRows(standards.means(), standards), y);
    zip(BinaryFunction.MULTIPLY, y, scales, y);
    zip(BinaryFunction.MULTIPLY, dy, y, between);
    kernels.columnSums(between, rows, columns, dGain.data(), dGain.offset());
    kernels.columnSums(dy, rows, columns, dBias.data(), dBias.offset());
    zip(BinaryFunction.MULTIPLY, dy, gain, dx);
    zip(BinaryFunction.MULTIPLY, dx, y, between);
    means(between, share);
    zip(BinaryFunction.MULTIPLY, y, share, y);
    means(dx, share);
    zip(BinaryFunction.SUBTRACT, dx, share, dx);
    zip(BinaryFunction.SUBTRACT, dx, y, dx);
    zip(BinaryFunction.MULTIPLY, dx, scales, dx);
  }

  private static Matrix ofRows(float[] numbers, Standards standards) {
    return new Matrix(numbers, standards.first(), 1, 0);
  }

  private void means(Matrix x, Matrix out) {
    kernels.rowSums(x, rows, columns, out.data(), out.offset());
    Matrix each = Matrix.rows(out.data(), out.offset(), rows);
    kernels.zip(BinaryFunction.DIVIDE, each, Matrix.of(columns), each, 1, rows);
  }

  private void zip(BinaryFunction f, Matrix x, Matrix y, Matrix out) {
    kernels.zip(f, x, y, out, rows, columns);
  }
}
