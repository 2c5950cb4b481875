package io.gradus.kernels.vector;

import io.gradus.kernels.BinaryFunction;
import io.gradus.kernels.Gate;
import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.ScalarKernels;
import io.gradus.kernels.Standards;
import io.gradus.kernels.UnaryFunction;
import io.gradus.kernels.Workers;

/// The kernels on vectors as wide as the processor's.
public final class VectorKernels implements Kernels {
  private final Kernels plain = new ScalarKernels();

  @Override
  public String name() {
    return "vector/" + Lanes.SPECIES.vectorBitSize();
  }

  @Override
  public void map(UnaryFunction f, float[] x, int xOffset, float[] out, int outOffset, int n) {
    if (f == UnaryFunction.SIN || f == UnaryFunction.COS) {
      plain.map(f, x, xOffset, out, outOffset, n); // StrictMath's, a number at a time
    } else {
      VectorMaps.map(f, x, xOffset, out, outOffset, n);
    }
  }

  @Override
  public void zip(BinaryFunction f, Matrix x, Matrix y, Matrix out, int rows, int columns) {
    VectorZips.zip(f, x, y, out, rows, columns, plain);
  }

  @Override
  public void rowSums(Matrix x, int rows, int columns, float[] out, int outOffset) {
    VectorReductions.rowSums(x, rows, columns, out, outOffset);
  }

  @Override
  public void rowMaxima(Matrix x, int rows, int columns, float[] out, int outOffset) {
    VectorReductions.rowMaxima(x, rows, columns, out, outOffset);
  }

  @Override
  public void columnSums(Matrix x, int rows, int columns, float[] out, int outOffset) {
    VectorColumnSums.columnSums(x, rows, columns, out, outOffset);
  }

  @Override
  public void matmul(
      int m, int n, int k, Matrix a, Matrix b, Matrix c, boolean accumulate, Workers workers) {
    VectorMatmul.matmul(m, n, k, a, b, c, accumulate, workers);
  }

  @Override
  public void affine(
      int m, int n, int k, Matrix x, Matrix w, Matrix bias, Matrix out, Workers workers) {
    if (VectorMatmul.blocked(m, n, k, w)) {
      Finish adding =
          (rows, columns) -> {
            Matrix block = Packing.view(out, rows.start(), columns.start());
            Matrix term = Packing.view(bias, rows.start(), columns.start());
            zip(BinaryFunction.ADD, block, term, block, rows.length(), columns.length());
          };
      VectorMatmul.blocks(m, n, k, x, w, out, adding, workers);
    } else {
      Kernels.super.affine(m, n, k, x, w, bias, out, workers);
    }
  }

  @Override
  public void softmaxRows(Matrix x, int rows, int columns, float[] out, int outOffset) {
    if (Lanes.MASKED) {
      VectorSoftmax.softmax(x, rows, columns, out, outOffset);
    } else {
      Kernels.super.softmaxRows(x, rows, columns, out, outOffset);
    }
  }

  @Override
  public void logSoftmaxRows(Matrix x, int rows, int columns, float[] out, int outOffset) {
    if (Lanes.MASKED) {
      VectorSoftmax.logSoftmax(x, rows, columns, out, outOffset);
    } else {
      Kernels.super.logSoftmaxRows(x, rows, columns, out, outOffset);
    }
  }

  @Override
  public void softmaxRowsGradient(
      float[] dy,
      int dyOffset,
      float[] y,
      int yOffset,
      int rows,
      int columns,
      float[] out,
      int outOffset) {
    if (Lanes.MASKED) {
      VectorSoftmax.softmaxGradient(dy, dyOffset, y, yOffset, rows, columns, out, outOffset);
    } else {
      Kernels.super.softmaxRowsGradient(dy, dyOffset, y, yOffset, rows, columns, out, outOffset);
    }
  }

  @Override
  public void logSoftmaxRowsGradient(
      float[] dy,
      int dyOffset,
      float[] y,
      int yOffset,
      int rows,
      int columns,
      float[] out,
      int outOffset) {
    if (Lanes.MASKED) {
      VectorSoftmax.logSoftmaxGradient(dy, dyOffset, y, yOffset, rows, columns, out, outOffset);
    } else {
      Kernels.super.logSoftmaxRowsGradient(dy, dyOffset, y, yOffset, rows, columns, out, outOffset);
    }
  }

  @Override
  public void columnMoments(
      Matrix x,
      int rows,
      int columns,
      int correction,
      float[] means,
      int meansOffset,
      float[] variances,
      int variancesOffset) {
    if (columns >= VectorColumnNormalization.STRIP) {
      VectorColumnNormalization.moments(
          x, rows, columns, correction, means, meansOffset, variances, variancesOffset);
    } else {
      Kernels.super.columnMoments(
          x, rows, columns, correction, means, meansOffset, variances, variancesOffset);
    }
  }

  @Override
  public void normalizeColumns(
      Matrix x,
      int rows,
      int columns,
      int correction,
      float eps,
      Matrix gain,
      Matrix bias,
      Matrix out,
      Standards standards) {
    if (columns >= VectorColumnNormalization.STRIP) {
      VectorColumnNormalization.values(
          x, rows, columns, correction, eps, gain, bias, out, standards);
    } else {
      Kernels.super.normalizeColumns(x, rows, columns, correction, eps, gain, bias, out, standards);
    }
  }

  @Override
  public void normalizeColumnsGradient(
      Matrix dy,
      Matrix x,
      int rows,
      int columns,
      int correction,
      Standards standards,
      Matrix gain,
      Matrix dx,
      Matrix dGain,
      Matrix dBias) {
    if (columns >= VectorColumnNormalization.STRIP) {
      VectorColumnNormalization.gradients(
          dy, x, rows, columns, correction, standards, gain, dx, dGain, dBias);
    } else {
      Kernels.super.normalizeColumnsGradient(
          dy, x, rows, columns, correction, standards, gain, dx, dGain, dBias);
    }
  }

  @Override
  public void normalizeRows(
      Matrix x,
      int rows,
      int columns,
      float eps,
      Matrix gain,
      Matrix bias,
      Matrix out,
      Standards standards) {
    if (Lanes.MASKED) {
      VectorRowNormalization.values(x, rows, columns, eps, gain, bias, out, standards);
    } else {
      Kernels.super.normalizeRows(x, rows, columns, eps, gain, bias, out, standards);
    }
  }

  @Override
  public void normalizeRowsGradient(
      Matrix dy,
      Matrix x,
      int rows,
      int columns,
      Standards standards,
      Matrix gain,
      Matrix dx,
      Matrix dGain,
      Matrix dBias) {
    if (Lanes.MASKED) {
      VectorRowNormalization.gradients(dy, x, rows, columns, standards, gain, dx, dGain, dBias);
    } else {
      Kernels.super.normalizeRowsGradient(dy, x, rows, columns, standards, gain, dx, dGain, dBias);
    }
  }

  @Override
  public boolean descend(float rate, float[] g, int gOffset, float[] w, int wOffset, int n) {
    int whole = Lanes.SPECIES.loopBound(n);
    boolean finite = VectorDescent.step(rate, g, gOffset, w, wOffset, whole);
    int rest = n - whole;
    return plain.descend(rate, g, gOffset + whole, w, wOffset + whole, rest) && finite;
  }

  @Override
  public void gate(Gate gate, float[] x, int xOffset, float[] out, int outOffset, int n) {
    if (gate == Gate.GELU) {
      VectorGelu.values(x, xOffset, out, outOffset, n);
    } else {
      Kernels.super.gate(gate, x, xOffset, out, outOffset, n);
    }
  }

  @Override
  public void gateWithSlopes(
      Gate gate,
      float[] x,
      int xOffset,
      float[] out,
      int outOffset,
      float[] slopes,
      int slopesOffset,
      int n) {
    if (gate == Gate.GELU) {
      VectorGelu.valuesAndSlopes(x, xOffset, out, outOffset, slopes, slopesOffset, n);
    } else {
      Kernels.super.gateWithSlopes(gate, x, xOffset, out, outOffset, slopes, slopesOffset, n);
    }
  }

  @Override
  public void causalSoftmax(
      float scale, float[] x, int xOffset, int before, int rows, int columns) {
    if (Lanes.MASKED) {
      VectorCausalSoftmax.values(scale, x, xOffset, before, rows, columns);
    } else {
      Kernels.super.causalSoftmax(scale, x, xOffset, before, rows, columns);
    }
  }

  @Override
  public void causalSoftmaxGradient(
      float scale,
      float[] y,
      int yOffset,
      float[] dy,
      int dyOffset,
      int before,
      int rows,
      int columns) {
    if (Lanes.MASKED) {
      VectorCausalSoftmax.gradients(scale, y, yOffset, dy, dyOffset, before, rows, columns);
    } else {
      Kernels.super.causalSoftmaxGradient(scale, y, yOffset, dy, dyOffset, before, rows, columns);
    }
  }
}
