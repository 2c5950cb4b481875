package io.gradus.kernels;

import java.util.Arrays;

/// Softmax of rows that do not see the future, in the other primitives: row `r` sees its first
/// `before + r + 1` columns.
record CausalSoftmax(Kernels kernels, int before, int rows, int columns) {
  /// `x = softmax(scale x)`
  void values(float scale, float[] x, int xOffset) {
    float[] scores = new float[rows * columns];
    scale(x, xOffset, scale, scores, 0);
    fillFuture(scores, 0, Float.NEGATIVE_INFINITY);
    kernels.softmaxRows(Matrix.rows(scores, 0, columns), rows, columns, x, xOffset);
  }

  /// `dy = scale y (dy - Σ dy y)`
  void gradients(float scale, float[] y, int yOffset, float[] dy, int dyOffset) {
    float[] slopes = new float[rows * columns];
    fillFuture(dy, dyOffset, 0);
    kernels.softmaxRowsGradient(dy, dyOffset, y, yOffset, rows, columns, slopes, 0);
    scale(slopes, 0, scale, dy, dyOffset);
    fillFuture(dy, dyOffset, 0); // not -0
  }

  private void scale(float[] x, int xOffset, float scale, float[] out, int outOffset) {
    Matrix from = Matrix.rows(x, xOffset, columns);
    Matrix to = Matrix.rows(out, outOffset, columns);
    kernels.zip(BinaryFunction.MULTIPLY, from, Matrix.of(scale), to, rows, columns);
  }

  private void fillFuture(float[] x, int offset, float value) {
    for (int r = 0; r < rows; r++) {
      int row = offset + r * columns;
      Arrays.fill(x, row + Math.min(before + r + 1, columns), row + columns, value);
    }
  }
}
