package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// Rows brought to mean 0 and variance 1, in the operations of
/// [io.gradus.kernels.Kernels#standardizeRows], a row at a time.
final class VectorRowStandardization {
  private VectorRowStandardization() {}

  /// As [io.gradus.kernels.Kernels#standardizeRows].
  static void values(float[] x, int xo, int rows, int columns, float eps, float[] out, int oo) {
    float[] squares = new float[columns];
    for (int r = 0; r < rows; r++) {
      int to = oo + r * columns;
      float inverse = centre(x, xo + r * columns, columns, eps, out, to, squares);
      multiply(out, to, inverse, columns);
    }
  }

  /// As [io.gradus.kernels.Kernels#standardizeRowsGradient].
  static void gradients(
      float[] dy,
      int dyo,
      float[] x,
      int xo,
      int rows,
      int columns,
      float eps,
      float[] out,
      int oo) {
    float[] y = new float[columns];
    float[] products = new float[columns];
    for (int r = 0; r < rows; r++) {
      int above = dyo + r * columns;
      float inverse = centre(x, xo + r * columns, columns, eps, y, 0, products);
      float level = VectorReductions.sum(dy, above, columns) / columns;
      scaleAndPair(dy, above, inverse, y, products, columns);
      float along = VectorReductions.sum(products, 0, columns) / columns;
      combine(dy, above, level, y, along, inverse, out, oo + r * columns, columns);
    }
  }

  /// `out = x - mean`, with its squares; gives `1 / √(variance + eps)`.
  private static float centre(
      float[] x, int i, int n, float eps, float[] out, int k, float[] squares) {
    float mean = VectorReductions.sum(x, i, n) / n;
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector centred = fromArray(SPECIES, x, i + c).sub(mean);
      centred.intoArray(out, k + c);
      centred.mul(centred).intoArray(squares, c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector centred = fromArray(SPECIES, x, i + c, mask).sub(mean);
      centred.intoArray(out, k + c, mask);
      centred.mul(centred).intoArray(squares, c, mask);
    }
    return 1 / (float) Math.sqrt(VectorReductions.sum(squares, 0, n) / n + eps);
  }

  private static void multiply(float[] x, int i, float by, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      fromArray(SPECIES, x, i + c).mul(by).intoArray(x, i + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      fromArray(SPECIES, x, i + c, mask).mul(by).intoArray(x, i + c, mask);
    }
  }

  /// `y = y · inverse` and `products = dy y`
  private static void scaleAndPair(
      float[] dy, int i, float inverse, float[] y, float[] products, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector scaled = fromArray(SPECIES, y, c).mul(inverse);
      scaled.intoArray(y, c);
      fromArray(SPECIES, dy, i + c).mul(scaled).intoArray(products, c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector scaled = fromArray(SPECIES, y, c, mask).mul(inverse);
      scaled.intoArray(y, c, mask);
      fromArray(SPECIES, dy, i + c, mask).mul(scaled).intoArray(products, c, mask);
    }
  }

  /// `out = (dy - level - y · along) · inverse`
  private static void combine(
      float[] dy,
      int i,
      float level,
      float[] y,
      float along,
      float inverse,
      float[] out,
      int k,
      int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector less = fromArray(SPECIES, y, c).mul(along);
      FloatVector rest = fromArray(SPECIES, dy, i + c).sub(level).sub(less);
      rest.mul(inverse).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector less = fromArray(SPECIES, y, c, mask).mul(along);
      FloatVector rest = fromArray(SPECIES, dy, i + c, mask).sub(level).sub(less);
      rest.mul(inverse).intoArray(out, k + c, mask);
    }
  }
}
