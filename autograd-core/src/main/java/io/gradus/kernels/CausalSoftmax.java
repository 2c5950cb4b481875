package io.gradus.kernels;

import java.util.Arrays;

/// Softmax of rows that do not see the future, in the other primitives: row `r` sees its first
/// `before + r + 1` columns.
record CausalSoftmax(Kernels kernels, int before, int rows, int columns) {
  /// `x = softmax(scale x)`
  void values(float scale, float[] x) {
    float[] scores = new float[rows * columns];
    scale(x, scale, scores);
    fillFuture(scores, Float.NEGATIVE_INFINITY);
    kernels.softmaxRows(Matrix.rows(scores, 0, columns), rows, columns, x, 0);
  }

  /// `dy = scale y (dy - Σ dy y)`
  void gradients(float scale, float[] y, float[] dy) {
    float[] slopes = new float[rows * columns];
    fillFuture(dy, 0);
    kernels.softmaxRowsGradient(dy, 0, y, 0, rows, columns, slopes, 0);
    scale(slopes, scale, dy);
    fillFuture(dy, 0); // not -0
  }

  private void scale(float[] x, float scale, float[] out) {
    Matrix from = Matrix.rows(x, 0, columns);
    Matrix to = Matrix.rows(out, 0, columns);
    kernels.zip(BinaryFunction.MULTIPLY, from, Matrix.of(scale), to, rows, columns);
  }

  private void fillFuture(float[] x, float value) {
    for (int r = 0; r < rows; r++) {
      int first = r * columns + Math.min(before + r + 1, columns);
      Arrays.fill(x, first, (r + 1) * columns, value);
    }
  }
}
