package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.ProbeNumbers.finite;

import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.Standards;
import java.util.function.Consumer;

/// The cases of [NumericsProbe] that bring rows or columns to mean 0 and variance 1.
record NormsProbe(Kernels kernels, Check check) {
  private static final float EPS = 1e-5f;

  /// Prints the bits of a case.
  @FunctionalInterface
  interface Check {
    void run(String name, int size, Consumer<float[]> kernel);
  }

  void rows(int columns) {
    int rows = 3;
    int n = rows * columns;
    Matrix x = Matrix.rows(finite("rows", n), 0, columns);
    Matrix dy = Matrix.rows(finite("more rows", n), 0, columns);
    Matrix gain = new Matrix(finite("gain", columns), 0, 0, 1);
    check.run(
        "normalize rows " + columns,
        n,
        out -> {
          Matrix to = Matrix.rows(out, 0, columns);
          kernels.normalizeRows(x, rows, columns, EPS, gain, gain, to, Standards.of(rows));
        });
    check.run(
        "standards of rows " + columns,
        2 * rows,
        out -> {
          Matrix to = Matrix.rows(new float[n], 0, columns);
          Standards standards = Standards.of(rows);
          kernels.normalizeRows(x, rows, columns, EPS, gain, gain, to, standards);
          copy(standards, out);
        });
    check.run(
        "normalize rows gradient " + columns,
        n + 2 * columns,
        out -> {
          Matrix dx = Matrix.rows(out, 0, columns);
          Matrix dGain = new Matrix(out, n, 0, 1);
          Matrix dBias = new Matrix(out, n + columns, 0, 1);
          Standards standards = standards("of rows", rows);
          kernels.normalizeRowsGradient(dy, x, rows, columns, standards, gain, dx, dGain, dBias);
        });
  }

  void columns(int rows, int columns) {
    int n = rows * columns;
    Matrix x = Matrix.rows(finite("columns", n + 2), 2, columns);
    Matrix dy = Matrix.rows(finite("more columns", n), 0, columns);
    Matrix gain = new Matrix(finite("gains", columns), 0, 0, 1);
    String size = rows + " x " + columns;
    check.run(
        "moments " + size,
        2 * columns,
        out -> kernels.columnMoments(x, rows, columns, 1, out, 0, out, columns));
    check.run(
        "normalize " + size,
        n,
        out -> {
          Matrix to = Matrix.rows(out, 0, columns);
          Standards standards = Standards.of(columns);
          kernels.normalizeColumns(x, rows, columns, 1, EPS, gain, gain, to, standards);
        });
    check.run(
        "standards " + size,
        2 * columns,
        out -> {
          Matrix to = Matrix.rows(new float[n], 0, columns);
          Standards standards = Standards.of(columns);
          kernels.normalizeColumns(x, rows, columns, 1, EPS, gain, gain, to, standards);
          copy(standards, out);
        });
    check.run(
        "normalize gradient " + size,
        n + 2 * columns,
        out -> {
          Matrix dx = Matrix.rows(out, 0, columns);
          Matrix dGain = new Matrix(out, n, 0, 1);
          Matrix dBias = new Matrix(out, n + columns, 0, 1);
          Standards standards = standards("of columns", columns);
          kernels.normalizeColumnsGradient(
              dy, x, rows, columns, 1, standards, gain, dx, dGain, dBias);
        });
  }

  private static Standards standards(String name, int count) {
    return new Standards(finite("means " + name, count), finite("scales " + name, count), 0);
  }

  private static void copy(Standards standards, float[] out) {
    int count = standards.means().length;
    System.arraycopy(standards.means(), 0, out, 0, count);
    System.arraycopy(standards.scales(), 0, out, count, count);
  }
}
