package io.gradus.kernels;

/// Rows of scores, each with the column of its class, in the other primitives: some rows at a time,
/// so that they stay in the first cache.
final class ClassRows {
  private static final int BLOCK = 2048;

  private final Kernels kernels;
  private final int columns;
  private final int[] classes;
  private final int block;

  ClassRows(Kernels kernels, int columns, int[] classes) {
    this.kernels = kernels;
    this.columns = columns;
    this.classes = classes;
    this.block = Math.max(1, BLOCK / Math.max(1, columns));
  }

  /// `out[first + r] = -ln softmax(x(r))` at the class of `first + r`
  void values(Matrix x, int rows, float[] out, int first) {
    float[] logs = new float[Math.min(block, rows) * columns];
    for (int from = 0; from < rows; from += block) {
      int n = Math.min(block, rows - from);
      logarithms(x, from, n, logs, 0);
      for (int r = 0; r < n; r++) {
        int row = first + from + r;
        out[row] = -logs[r * columns + classes[row]];
      }
    }
  }

  /// `out = chosen - softmax(x) Σ chosen`, where `chosen` is `-dy` at the class and 0 elsewhere
  void gradients(float[] dy, int dyOffset, Matrix x, int rows, float[] out, int first) {
    for (int from = 0; from < rows; from += block) {
      int n = Math.min(block, rows - from);
      int to = (first + from) * columns;
      logarithms(x, from, n, out, to);
      kernels.map(UnaryFunction.EXP, out, to, out, to, n * columns);
      for (int r = first + from; r < first + from + n; r++) {
        float sum = 0 + -dy[dyOffset + r];
        row(out, r * columns, classes[r], sum);
      }
    }
  }

  private void logarithms(Matrix x, int from, int n, float[] out, int outOffset) {
    Matrix rows = Matrix.rows(x.data(), x.index(from, 0), columns);
    kernels.logSoftmaxRows(rows, n, columns, out, outOffset);
  }

  private void row(float[] out, int at, int chosen, float sum) {
    float there = sum - out[at + chosen] * sum;
    for (int c = 0; c < columns; c++) {
      out[at + c] = 0 - out[at + c] * sum;
    }
    out[at + chosen] = there;
  }
}
