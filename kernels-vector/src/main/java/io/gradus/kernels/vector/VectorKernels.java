package io.gradus.kernels.vector;

import io.gradus.kernels.BinaryFunction;
import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.ScalarKernels;
import io.gradus.kernels.UnaryFunction;
import io.gradus.kernels.Workers;
import jdk.incubator.vector.FloatVector;

/// The kernels on vectors as wide as the processor's.
public final class VectorKernels implements Kernels {
  private final Kernels plain = new ScalarKernels();

  @Override
  public String name() {
    return "vector/" + FloatVector.SPECIES_PREFERRED.vectorBitSize();
  }

  @Override
  public void map(UnaryFunction f, float[] x, int xOffset, float[] out, int outOffset, int n) {
    plain.map(f, x, xOffset, out, outOffset, n);
  }

  @Override
  public void zip(BinaryFunction f, Matrix x, Matrix y, Matrix out, int rows, int columns) {
    plain.zip(f, x, y, out, rows, columns);
  }

  @Override
  public void rowSums(Matrix x, int rows, int columns, float[] out, int outOffset) {
    plain.rowSums(x, rows, columns, out, outOffset);
  }

  @Override
  public void rowMaxima(Matrix x, int rows, int columns, float[] out, int outOffset) {
    plain.rowMaxima(x, rows, columns, out, outOffset);
  }

  @Override
  public void columnSums(Matrix x, int rows, int columns, float[] out, int outOffset) {
    plain.columnSums(x, rows, columns, out, outOffset);
  }

  @Override
  public void matmul(
      int m, int n, int k, Matrix a, Matrix b, Matrix c, boolean accumulate, Workers workers) {
    plain.matmul(m, n, k, a, b, c, accumulate, workers);
  }
}
