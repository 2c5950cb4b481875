package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import io.gradus.kernels.UnaryFunction;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// Softmax of rows of which the first ones see little, in the operations of
/// [io.gradus.kernels.Kernels#causalSoftmax].
///
/// Each loop passes all rows before the next one begins: what a row waits for is short beside what
/// the others have to do.
final class VectorCausalSoftmax {
  private VectorCausalSoftmax() {}

  /// As [io.gradus.kernels.Kernels#causalSoftmax].
  static void values(float scale, float[] x, int before, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      int row = r * columns;
      int seen = Math.min(before + r + 1, columns);
      Arrays.fill(x, row + seen, row + columns, Float.NEGATIVE_INFINITY);
      differences(x, row, scale, VectorReductions.max(x, row, columns) * scale, columns);
    }
    VectorMaps.map(UnaryFunction.EXP, x, 0, x, 0, rows * columns);
    for (int r = 0; r < rows; r++) {
      int row = r * columns;
      quotients(x, row, VectorReductions.sum(x, row, columns), columns);
    }
  }

  /// As [io.gradus.kernels.Kernels#causalSoftmaxGradient].
  static void gradients(float scale, float[] y, float[] dy, int rows, int columns) {
    float[] products = new float[columns];
    for (int r = 0; r < rows; r++) {
      int row = r * columns;
      products(dy, y, row, products, columns);
      slopes(dy, y, row, VectorReductions.sum(products, 0, columns), scale, columns);
    }
  }

  /// `x = x scale - s`
  private static void differences(float[] x, int i, float scale, float s, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      fromArray(SPECIES, x, i + c).mul(scale).sub(s).intoArray(x, i + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      fromArray(SPECIES, x, i + c, mask).mul(scale).sub(s).intoArray(x, i + c, mask);
    }
  }

  /// `x = x / s`
  private static void quotients(float[] x, int i, float s, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      fromArray(SPECIES, x, i + c).div(s).intoArray(x, i + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      fromArray(SPECIES, x, i + c, mask).div(s).intoArray(x, i + c, mask);
    }
  }

  /// `out = dy y`
  private static void products(float[] dy, float[] y, int i, float[] out, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      fromArray(SPECIES, dy, i + c).mul(fromArray(SPECIES, y, i + c)).intoArray(out, c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector product =
          fromArray(SPECIES, dy, i + c, mask).mul(fromArray(SPECIES, y, i + c, mask));
      product.intoArray(out, c, mask);
    }
  }

  /// `dy = y (dy - s) scale`
  private static void slopes(float[] dy, float[] y, int i, float s, float scale, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector less = fromArray(SPECIES, dy, i + c).sub(s);
      fromArray(SPECIES, y, i + c).mul(less).mul(scale).intoArray(dy, i + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector less = fromArray(SPECIES, dy, i + c, mask).sub(s);
      fromArray(SPECIES, y, i + c, mask).mul(less).mul(scale).intoArray(dy, i + c, mask);
    }
  }
}
