package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import io.gradus.kernels.Matrix;
import io.gradus.kernels.Reductions;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// Sums over rows, in the chunks of [Reductions].
///
/// The sums stand in memory, in the first-level cache, and four rows at a time are added to them:
/// so each row is read from its beginning to its end, as memory likes it.
final class VectorColumnSums {
  private VectorColumnSums() {}

  /// Columns that are added up together, 8 KiB of sums.
  private static final int BLOCK = 2048;

  private static final int PAGE = 1024;

  /// As [Kernels#columnSums].
  ///
  /// The first chunk is added up in `out` itself: a sum that began with 0 is never -0, so that 0
  /// and it are it.
  static void columnSums(Matrix x, int rows, int columns, float[] out, int outOffset) {
    float[] chunk = rows > Reductions.CHUNK ? new float[Math.min(columns, BLOCK)] : out;
    for (int c = 0; c < columns; c += BLOCK) {
      int n = Math.min(BLOCK, columns - c);
      int o = outOffset + c;
      Arrays.fill(out, o, o + n, 0);
      addRows(x, c, 0, Math.min(rows, Reductions.CHUNK), out, o, n);
      for (int from = Reductions.CHUNK; from < rows; from += Reductions.CHUNK) {
        Arrays.fill(chunk, 0, n, 0);
        addRows(x, c, from, Math.min(rows, from + Reductions.CHUNK), chunk, 0, n);
        addRow(chunk, 0, out, o, n);
      }
    }
  }

  private static void addRows(Matrix x, int column, int from, int to, float[] out, int o, int n) {
    int r = from;
    // rows a multiple of a page apart would compete for one set of the cache
    for (; r <= to - 4 && x.rowStride() % PAGE != 0; r += 4) {
      addFourRows(x.data(), x.index(r, column), x.rowStride(), out, o, n);
    }
    for (; r < to; r++) {
      addRow(x.data(), x.index(r, column), out, o, n);
    }
  }

  private static void addFourRows(float[] x, int i, int stride, float[] out, int o, int n) {
    int j = i + stride;
    int k = j + stride;
    int l = k + stride;
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      fromArray(SPECIES, out, o + c)
          .add(fromArray(SPECIES, x, i + c))
          .add(fromArray(SPECIES, x, j + c))
          .add(fromArray(SPECIES, x, k + c))
          .add(fromArray(SPECIES, x, l + c))
          .intoArray(out, o + c);
    }
    if (c < n && Lanes.MASKED) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      fromArray(SPECIES, out, o + c, mask)
          .add(fromArray(SPECIES, x, i + c, mask))
          .add(fromArray(SPECIES, x, j + c, mask))
          .add(fromArray(SPECIES, x, k + c, mask))
          .add(fromArray(SPECIES, x, l + c, mask))
          .intoArray(out, o + c, mask);
      return;
    }
    for (; c < n; c++) {
      out[o + c] = out[o + c] + x[i + c] + x[j + c] + x[k + c] + x[l + c];
    }
  }

  private static void addRow(float[] x, int i, float[] out, int o, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector sum = fromArray(SPECIES, out, o + c).add(fromArray(SPECIES, x, i + c));
      sum.intoArray(out, o + c);
    }
    if (c < n && Lanes.MASKED) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector sum = fromArray(SPECIES, out, o + c, mask);
      sum.add(fromArray(SPECIES, x, i + c, mask)).intoArray(out, o + c, mask);
      return;
    }
    for (; c < n; c++) {
      out[o + c] += x[i + c];
    }
  }
}
