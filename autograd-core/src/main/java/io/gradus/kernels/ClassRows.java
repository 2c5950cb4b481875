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
      choose(logs, 0, n, out, first + from);
    }
  }

  /// [#values], and `softmax(first + r) = softmax(x(r))`
  void valuesWithSoftmax(Matrix x, int rows, float[] out, float[] softmax, int first) {
    for (int from = 0; from < rows; from += block) {
      int n = Math.min(block, rows - from);
      int to = (first + from) * columns;
      logarithms(x, from, n, softmax, to);
      choose(softmax, to, n, out, first + from);
      kernels.map(UnaryFunction.EXP, softmax, to, softmax, to, n * columns);
    }
  }

  private void choose(float[] logs, int offset, int rows, float[] out, int first) {
    for (int r = 0; r < rows; r++) {
      out[first + r] = -logs[offset + r * columns + classes[first + r]];
    }
  }

  /// `out = chosen - softmax Σ chosen`, where `chosen` is `-dy` at the class and 0 elsewhere
  void gradients(float[] dy, int dyOffset, float[] softmax, int first, int rows, float[] out) {
    for (int r = first; r < first + rows; r++) {
      float sum = 0 + -dy[dyOffset + r];
      int at = r * columns;
      for (int c = at; c < at + columns; c++) {
        out[c] = 0 - softmax[c] * sum;
      }
      int chosen = at + classes[r];
      out[chosen] = sum - softmax[chosen] * sum;
    }
  }

  private void logarithms(Matrix x, int from, int n, float[] out, int outOffset) {
    Matrix rows = Matrix.rows(x.data(), x.index(from, 0), columns);
    kernels.logSoftmaxRows(rows, n, columns, out, outOffset);
  }
}
