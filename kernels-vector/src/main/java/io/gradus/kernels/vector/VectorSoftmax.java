package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import io.gradus.kernels.FloatMath;
import io.gradus.kernels.Matrix;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// Softmax and its gradients, row by row: a row stays in the cache from the first loop to the last.
///
/// The operations are those of the compositions in [Kernels]. The loops need masks.
final class VectorSoftmax {
  private VectorSoftmax() {}

  /// As [Kernels#softmaxRows].
  static void softmax(Matrix x, int rows, int columns, float[] out, int outOffset) {
    for (int r = 0; r < rows; r++) {
      int i = x.index(r, 0);
      int k = outOffset + r * columns;
      float m = VectorReductions.max(x.data(), i, columns);
      exps(x.data(), i, m, out, k, columns);
      quotients(VectorReductions.sum(out, k, columns), out, k, columns);
    }
  }

  /// As [Kernels#logSoftmaxRows].
  static void logSoftmax(Matrix x, int rows, int columns, float[] out, int outOffset) {
    for (int r = 0; r < rows; r++) {
      int i = x.index(r, 0);
      int k = outOffset + r * columns;
      float m = VectorReductions.max(x.data(), i, columns);
      exps(x.data(), i, m, out, k, columns);
      float log = FloatMath.log(VectorReductions.sum(out, k, columns));
      differences(x.data(), i, m, log, out, k, columns);
    }
  }

  /// As [Kernels#softmaxRowsGradient].
  static void softmaxGradient(
      float[] dy, int dyOffset, float[] y, int yOffset, int rows, int columns, float[] out, int o) {
    for (int r = 0; r < rows; r++) {
      int row = r * columns;
      products(dy, dyOffset + row, y, yOffset + row, out, o + row, columns);
      float s = VectorReductions.sum(out, o + row, columns);
      centred(dy, dyOffset + row, y, yOffset + row, s, out, o + row, columns);
    }
  }

  /// As [Kernels#logSoftmaxRowsGradient].
  static void logSoftmaxGradient(
      float[] dy, int dyOffset, float[] y, int yOffset, int rows, int columns, float[] out, int o) {
    for (int r = 0; r < rows; r++) {
      int row = r * columns;
      float s = VectorReductions.sum(dy, dyOffset + row, columns);
      lessExps(dy, dyOffset + row, y, yOffset + row, s, out, o + row, columns);
    }
  }

  /// `out = e^(x - m)` for one row.
  private static void exps(float[] x, int i, float m, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector v = fromArray(SPECIES, x, i + c);
      VectorMath.exp(v.sub(m)).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector v = fromArray(SPECIES, x, i + c, mask);
      VectorMath.exp(v.sub(m)).intoArray(out, k + c, mask);
    }
  }

  /// `out = out / s` for one row.
  private static void quotients(float s, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector v = fromArray(SPECIES, out, k + c);
      v.div(s).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector v = fromArray(SPECIES, out, k + c, mask);
      v.div(s).intoArray(out, k + c, mask);
    }
  }

  /// `out = (x - m) - log` for one row.
  private static void differences(float[] x, int i, float m, float log, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector v = fromArray(SPECIES, x, i + c);
      v.sub(m).sub(log).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector v = fromArray(SPECIES, x, i + c, mask);
      v.sub(m).sub(log).intoArray(out, k + c, mask);
    }
  }

  /// `out = dy y` for one row.
  private static void products(float[] dy, int i, float[] y, int j, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector a = fromArray(SPECIES, dy, i + c);
      FloatVector b = fromArray(SPECIES, y, j + c);
      a.mul(b).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector a = fromArray(SPECIES, dy, i + c, mask);
      FloatVector b = fromArray(SPECIES, y, j + c, mask);
      a.mul(b).intoArray(out, k + c, mask);
    }
  }

  /// `out = y (dy - s)` for one row.
  private static void centred(
      float[] dy, int i, float[] y, int j, float s, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector a = fromArray(SPECIES, dy, i + c);
      FloatVector b = fromArray(SPECIES, y, j + c);
      b.mul(a.sub(s)).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector a = fromArray(SPECIES, dy, i + c, mask);
      FloatVector b = fromArray(SPECIES, y, j + c, mask);
      b.mul(a.sub(s)).intoArray(out, k + c, mask);
    }
  }

  /// `out = dy - e^y s` for one row.
  private static void lessExps(
      float[] dy, int i, float[] y, int j, float s, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector a = fromArray(SPECIES, dy, i + c);
      FloatVector b = fromArray(SPECIES, y, j + c);
      a.sub(VectorMath.exp(b).mul(s)).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector a = fromArray(SPECIES, dy, i + c, mask);
      FloatVector b = fromArray(SPECIES, y, j + c, mask);
      a.sub(VectorMath.exp(b).mul(s)).intoArray(out, k + c, mask);
    }
  }
}
