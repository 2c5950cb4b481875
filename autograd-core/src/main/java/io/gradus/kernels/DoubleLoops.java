package io.gradus.kernels;

import java.util.Arrays;

/// The primitives of double tensors: those of [Kernels], as plain loops.
///
/// Arguments, strides and the order of sums are those of the float kernels; the functions are
/// `StrictMath`'s and [DoubleMath]'s.
public final class DoubleLoops {
  private DoubleLoops() {}

  /// As [Kernels#map].
  public static void map(
      UnaryFunction f, double[] x, int xOffset, double[] out, int outOffset, int n) {
    for (int i = 0; i < n; i++) {
      out[outOffset + i] = DoubleMaps.of(f, x[xOffset + i]);
    }
  }

  /// As [Kernels#zip].
  public static void zip(
      BinaryFunction f, DoubleMatrix x, DoubleMatrix y, DoubleMatrix out, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        out.data()[out.index(r, c)] =
            DoubleMaps.of(f, x.data()[x.index(r, c)], y.data()[y.index(r, c)]);
      }
    }
  }

  /// As [Kernels#descend].
  public static boolean descend(
      double rate, double[] g, int gOffset, double[] w, int wOffset, int n) {
    boolean finite = true;
    for (int i = 0; i < n; i++) {
      w[wOffset + i] -= rate * g[gOffset + i];
      finite &= Double.isFinite(w[wOffset + i]);
    }
    return finite;
  }

  /// As [Kernels#rowSums].
  public static void rowSums(DoubleMatrix x, int rows, int columns, double[] out, int outOffset) {
    double[] lanes = new double[Reductions.LANES];
    for (int r = 0; r < rows; r++) {
      Arrays.fill(lanes, 0);
      int row = x.index(r, 0);
      for (int c = 0; c < columns; c++) {
        lanes[c % Reductions.LANES] += x.data()[row + c];
      }
      out[outOffset + r] = Reductions.fold(lanes);
    }
  }

  /// As [Kernels#rowMaxima].
  public static void rowMaxima(DoubleMatrix x, int rows, int columns, double[] out, int outOffset) {
    for (int r = 0; r < rows; r++) {
      double max = Double.NEGATIVE_INFINITY;
      int row = x.index(r, 0);
      for (int c = 0; c < columns; c++) {
        max = Math.max(max, x.data()[row + c]);
      }
      out[outOffset + r] = max;
    }
  }

  /// As [Kernels#columnSums].
  public static void columnSums(
      DoubleMatrix x, int rows, int columns, double[] out, int outOffset) {
    Arrays.fill(out, outOffset, outOffset + columns, 0);
    double[] chunk = new double[columns];
    for (int from = 0; from < rows; from += Reductions.CHUNK) {
      Arrays.fill(chunk, 0);
      int to = Math.min(from + Reductions.CHUNK, rows);
      for (int r = from; r < to; r++) {
        int row = x.index(r, 0);
        for (int c = 0; c < columns; c++) {
          chunk[c] += x.data()[row + c];
        }
      }
      for (int c = 0; c < columns; c++) {
        out[outOffset + c] += chunk[c];
      }
    }
  }

  /// As [Kernels#matmul], on the caller's thread.
  public static void matmul(
      int m, int n, int k, DoubleMatrix a, DoubleMatrix b, DoubleMatrix c, boolean accumulate) {
    double[] out = c.data();
    for (int i = 0; i < m; i++) {
      int row = c.index(i, 0);
      if (!accumulate) {
        Arrays.fill(out, row, row + n, 0);
      }
      for (int p = 0; p < k; p++) {
        double left = a.data()[a.index(i, p)];
        int right = b.index(p, 0);
        for (int j = 0; j < n; j++) {
          out[row + j] = Math.fma(left, b.data()[right + j * b.columnStride()], out[row + j]);
        }
      }
    }
  }

  /// As [Kernels#softmaxRows].
  public static void softmaxRows(
      DoubleMatrix x, int rows, int columns, double[] out, int outOffset) {
    double[] row = new double[rows];
    DoubleMatrix ofRow = new DoubleMatrix(row, 0, 1, 0);
    DoubleMatrix to = DoubleMatrix.rows(out, outOffset, columns);
    rowMaxima(x, rows, columns, row, 0);
    zip(BinaryFunction.SUBTRACT, x, ofRow, to, rows, columns);
    map(UnaryFunction.EXP, out, outOffset, out, outOffset, rows * columns);
    rowSums(to, rows, columns, row, 0);
    zip(BinaryFunction.DIVIDE, to, ofRow, to, rows, columns);
  }

  /// As [Kernels#logSoftmaxRows].
  public static void logSoftmaxRows(
      DoubleMatrix x, int rows, int columns, double[] out, int outOffset) {
    double[] row = new double[rows];
    double[] e = new double[rows * columns];
    DoubleMatrix ofRow = new DoubleMatrix(row, 0, 1, 0);
    DoubleMatrix to = DoubleMatrix.rows(out, outOffset, columns);
    rowMaxima(x, rows, columns, row, 0);
    zip(BinaryFunction.SUBTRACT, x, ofRow, to, rows, columns);
    map(UnaryFunction.EXP, out, outOffset, e, 0, rows * columns);
    rowSums(DoubleMatrix.rows(e, 0, columns), rows, columns, row, 0);
    map(UnaryFunction.LOG, row, 0, row, 0, rows);
    zip(BinaryFunction.SUBTRACT, to, ofRow, to, rows, columns);
  }

  /// As [Kernels#softmaxRowsGradient].
  public static void softmaxRowsGradient(
      double[] dy,
      int dyOffset,
      double[] y,
      int yOffset,
      int rows,
      int columns,
      double[] out,
      int outOffset) {
    double[] row = new double[rows];
    DoubleMatrix ofRow = new DoubleMatrix(row, 0, 1, 0);
    DoubleMatrix above = DoubleMatrix.rows(dy, dyOffset, columns);
    DoubleMatrix result = DoubleMatrix.rows(y, yOffset, columns);
    DoubleMatrix to = DoubleMatrix.rows(out, outOffset, columns);
    zip(BinaryFunction.MULTIPLY, above, result, to, rows, columns);
    rowSums(to, rows, columns, row, 0);
    zip(BinaryFunction.SUBTRACT, above, ofRow, to, rows, columns);
    zip(BinaryFunction.MULTIPLY, result, to, to, rows, columns);
  }

  /// As [Kernels#logSoftmaxRowsGradient].
  public static void logSoftmaxRowsGradient(
      double[] dy,
      int dyOffset,
      double[] y,
      int yOffset,
      int rows,
      int columns,
      double[] out,
      int outOffset) {
    double[] row = new double[rows];
    DoubleMatrix ofRow = new DoubleMatrix(row, 0, 1, 0);
    DoubleMatrix above = DoubleMatrix.rows(dy, dyOffset, columns);
    DoubleMatrix to = DoubleMatrix.rows(out, outOffset, columns);
    rowSums(above, rows, columns, row, 0);
    map(UnaryFunction.EXP, y, yOffset, out, outOffset, rows * columns);
    zip(BinaryFunction.MULTIPLY, to, ofRow, to, rows, columns);
    zip(BinaryFunction.SUBTRACT, above, to, to, rows, columns);
  }
}
