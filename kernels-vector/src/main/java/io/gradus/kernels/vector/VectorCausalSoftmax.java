package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// Softmax of rows of which the first ones see little, in the operations of
/// [io.gradus.kernels.Kernels#causalSoftmax]; what a row does not see is not computed.
final class VectorCausalSoftmax {
  private VectorCausalSoftmax() {}

  /// As [io.gradus.kernels.Kernels#causalSoftmax].
  static void values(float scale, float[] x, int before, int rows, int columns) {
    float[] e = new float[(columns + COUNT - 1) / COUNT * COUNT];
    for (int r = 0; r < rows; r++) {
      int row = r * columns;
      int n = Math.min(before + r + 1, columns);
      float max = VectorReductions.max(x, row, n) * scale;
      differences(x, row, scale, max, e, n);
      VectorExponentials.exp(e, 0, e, 0, (n + COUNT - 1) / COUNT * COUNT);
      quotients(e, VectorReductions.sum(e, 0, n), x, row, n);
      Arrays.fill(x, row + n, row + columns, 0);
    }
  }

  /// As [io.gradus.kernels.Kernels#causalSoftmaxGradient].
  static void gradients(float scale, float[] y, float[] dy, int before, int rows, int columns) {
    float[] products = new float[columns];
    for (int r = 0; r < rows; r++) {
      int row = r * columns;
      int n = Math.min(before + r + 1, columns);
      products(dy, y, row, products, n);
      slopes(dy, y, row, VectorReductions.sum(products, 0, n), scale, n);
      Arrays.fill(dy, row + n, row + columns, 0);
    }
  }

  /// `out = x scale - s`
  private static void differences(float[] x, int i, float scale, float s, float[] out, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      fromArray(SPECIES, x, i + c).mul(scale).sub(s).intoArray(out, c);
    }
    if (c < n) { // the rest of a whole vector may be anything
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      fromArray(SPECIES, x, i + c, mask).mul(scale).sub(s).intoArray(out, c);
    }
  }

  /// `out = e / s`
  private static void quotients(float[] e, float s, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      fromArray(SPECIES, e, c).div(s).intoArray(out, k + c);
    }
    if (c < n) {
      fromArray(SPECIES, e, c).div(s).intoArray(out, k + c, SPECIES.indexInRange(c, n));
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
