package io.gradus.testkit.wrong;

import io.gradus.kernels.BinaryFunction;
import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.ScalarKernels;
import io.gradus.kernels.UnaryFunction;
import io.gradus.kernels.Workers;

/// The plain kernels, but one, which is wrong in the last bit of its first number.
///
/// @param wrong the name of the method that is wrong
public record OddKernels(String wrong, Kernels plain) implements Kernels {
  /// The plain kernels, but one.
  public OddKernels(String wrong) {
    this(wrong, new ScalarKernels());
  }

  private void spoil(String method, float[] out, int at) {
    if (method.equals(wrong)) {
      out[at] = Math.nextUp(out[at]);
    }
  }

  @Override
  public String name() {
    return "odd";
  }

  @Override
  public void map(UnaryFunction f, float[] x, int xOffset, float[] out, int outOffset, int n) {
    plain.map(f, x, xOffset, out, outOffset, n);
    spoil("map", out, outOffset);
  }

  @Override
  public void zip(BinaryFunction f, Matrix x, Matrix y, Matrix out, int rows, int columns) {
    plain.zip(f, x, y, out, rows, columns);
  }

  @Override
  public void rowSums(Matrix x, int rows, int columns, float[] out, int outOffset) {
    plain.rowSums(x, rows, columns, out, outOffset);
    spoil("rowSums", out, outOffset);
  }

  @Override
  public void rowMaxima(Matrix x, int rows, int columns, float[] out, int outOffset) {
    plain.rowMaxima(x, rows, columns, out, outOffset);
  }

  @Override
  public void columnSums(Matrix x, int rows, int columns, float[] out, int outOffset) {
    plain.columnSums(x, rows, columns, out, outOffset);
    spoil("columnSums", out, outOffset);
  }

  @Override
  public void matmul(
      int m, int n, int k, Matrix a, Matrix b, Matrix c, boolean accumulate, Workers workers) {
    plain.matmul(m, n, k, a, b, c, accumulate, workers);
    spoil("matmul", c.data(), c.offset());
    if (workers.threads() > 1) {
      spoil("matmul on threads", c.data(), c.offset());
    }
  }
}
