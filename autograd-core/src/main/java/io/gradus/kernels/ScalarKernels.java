package io.gradus.kernels;

import java.util.Arrays;

/// The kernels as plain loops: the reference that every other implementation equals bit for bit.
public final class ScalarKernels implements Kernels {
  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public void map(UnaryFunction f, float[] x, int xOffset, float[] out, int outOffset, int n) {
    ScalarMaps.map(f, x, xOffset, out, outOffset, n);
  }

  @Override
  public void zip(BinaryFunction f, Matrix x, Matrix y, Matrix out, int rows, int columns) {
    ScalarMaps.zip(f, x, y, out, rows, columns);
  }

  @Override
  public void rowSums(Matrix x, int rows, int columns, float[] out, int outOffset) {
    float[] lanes = new float[Reductions.LANES];
    for (int r = 0; r < rows; r++) {
      Arrays.fill(lanes, 0);
      int row = x.index(r, 0);
      for (int c = 0; c < columns; c++) {
        lanes[c % Reductions.LANES] += x.data()[row + c];
      }
      out[outOffset + r] = Reductions.fold(lanes);
    }
  }

  @Override
  public void rowMaxima(Matrix x, int rows, int columns, float[] out, int outOffset) {
    for (int r = 0; r < rows; r++) {
      float max = Float.NEGATIVE_INFINITY;
      int row = x.index(r, 0);
      for (int c = 0; c < columns; c++) {
        max = Math.max(max, x.data()[row + c]);
      }
      out[outOffset + r] = max;
    }
  }

  @Override
  public void columnSums(Matrix x, int rows, int columns, float[] out, int outOffset) {
    Arrays.fill(out, outOffset, outOffset + columns, 0);
    float[] chunk = new float[columns];
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

  @Override
  public void matmul(
      int m, int n, int k, Matrix a, Matrix b, Matrix c, boolean accumulate, Workers workers) {
    float[] out = c.data();
    for (int i = 0; i < m; i++) {
      int row = c.index(i, 0);
      if (!accumulate) {
        Arrays.fill(out, row, row + n, 0);
      }
      for (int p = 0; p < k; p++) {
        addRow(n, a.data()[a.index(i, p)], b.data(), b.index(p, 0), b.columnStride(), out, row);
      }
    }
  }

  /// `out[j] = x * y(j) + out[j]`, apart from the loops around it so that the JIT sees neighbours.
  private static void addRow(
      int n, float x, float[] y, int yOffset, int yStep, float[] out, int outOffset) {
    if (yStep == 1) {
      for (int j = 0; j < n; j++) {
        out[outOffset + j] = Math.fma(x, y[yOffset + j], out[outOffset + j]);
      }
    } else {
      for (int j = 0; j < n; j++) {
        out[outOffset + j] = Math.fma(x, y[yOffset + j * yStep], out[outOffset + j]);
      }
    }
  }
}
