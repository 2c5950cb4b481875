package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import io.gradus.kernels.Matrix;
import io.gradus.kernels.ThreadArray;
import io.gradus.kernels.UnaryFunction;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// Softmax and its gradients, a few rows at a time, so that they stay in the cache from the first
/// loop to the last.
///
/// The operations are those of the compositions in [Kernels]. The exponentials of those rows are
/// one loop: it has one end that is no whole vector, where the rows have many. The loops over
/// single rows need masks.
final class VectorSoftmax {
  private VectorSoftmax() {}

  /// Numbers that are worked on together: 16 KiB, half of a first-level cache.
  private static final int BLOCK = 4096;

  private static final ThreadArray POWERS = new ThreadArray();

  private static int rowsOfBlock(int columns) {
    return Math.max(1, BLOCK / Math.max(1, columns));
  }

  /// As [Kernels#softmaxRows].
  static void softmax(Matrix x, int rows, int columns, float[] out, int outOffset) {
    int block = rowsOfBlock(columns);
    for (int from = 0; from < rows; from += block) {
      int to = Math.min(from + block, rows);
      int k = outOffset + from * columns;
      for (int r = from; r < to; r++) {
        int i = x.index(r, 0);
        float max = VectorReductions.max(x.data(), i, columns);
        differences(x.data(), i, max, out, outOffset + r * columns, columns);
      }
      VectorMaps.map(UnaryFunction.EXP, out, k, out, k, (to - from) * columns);
      for (int r = from; r < to; r++) {
        int row = outOffset + r * columns;
        quotients(VectorReductions.sum(out, row, columns), out, row, columns);
      }
    }
  }

  /// As [Kernels#logSoftmaxRows].
  static void logSoftmax(Matrix x, int rows, int columns, float[] out, int outOffset) {
    int block = Math.min(rowsOfBlock(columns), rows);
    float[] e = POWERS.ofAtLeast(block * columns);
    float[] logs = new float[block];
    for (int from = 0; from < rows; from += block) {
      int to = Math.min(from + block, rows);
      int k = outOffset + from * columns;
      for (int r = from; r < to; r++) {
        int i = x.index(r, 0);
        float max = VectorReductions.max(x.data(), i, columns);
        differences(x.data(), i, max, out, outOffset + r * columns, columns);
      }
      VectorMaps.map(UnaryFunction.EXP, out, k, e, 0, (to - from) * columns);
      for (int r = 0; r < to - from; r++) {
        logs[r] = VectorReductions.sum(e, r * columns, columns);
      }
      VectorMaps.map(UnaryFunction.LOG, logs, 0, logs, 0, to - from);
      for (int r = 0; r < to - from; r++) {
        int row = k + r * columns;
        differences(out, row, logs[r], out, row, columns);
      }
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
    int block = rowsOfBlock(columns);
    for (int from = 0; from < rows; from += block) {
      int to = Math.min(from + block, rows);
      int start = from * columns;
      VectorMaps.map(UnaryFunction.EXP, y, yOffset + start, out, o + start, (to - from) * columns);
      for (int r = from; r < to; r++) {
        int row = r * columns;
        float s = VectorReductions.sum(dy, dyOffset + row, columns);
        lessMultiple(dy, dyOffset + row, s, out, o + row, columns);
      }
    }
  }

  /// `out = x - s` for one row.
  private static void differences(float[] x, int i, float s, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector v = fromArray(SPECIES, x, i + c);
      v.sub(s).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector v = fromArray(SPECIES, x, i + c, mask);
      v.sub(s).intoArray(out, k + c, mask);
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

  /// `out = dy - out s` for one row.
  private static void lessMultiple(float[] dy, int i, float s, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector a = fromArray(SPECIES, dy, i + c);
      FloatVector e = fromArray(SPECIES, out, k + c);
      a.sub(e.mul(s)).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector a = fromArray(SPECIES, dy, i + c, mask);
      FloatVector e = fromArray(SPECIES, out, k + c, mask);
      a.sub(e.mul(s)).intoArray(out, k + c, mask);
    }
  }
}
