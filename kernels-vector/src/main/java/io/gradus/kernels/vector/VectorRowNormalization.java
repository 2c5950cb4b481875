package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import io.gradus.kernels.Matrix;
import io.gradus.kernels.Reductions;
import io.gradus.kernels.Standards;
import io.gradus.kernels.ThreadArray;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// Rows brought to mean 0 and variance 1, then scaled and shifted, in the operations of
/// [io.gradus.kernels.Kernels#normalizeRows].
///
/// Some rows at a time, so that they stay in the first-level cache; each loop passes all of them
/// before the next one begins: what a row waits for is short beside what the others have to do.
final class VectorRowNormalization {
  private VectorRowNormalization() {}

  private static final int MOST_ROWS = 32;

  /// Numbers that are worked on together: 16 KiB, half of a first-level cache.
  private static final int BLOCK = 4096;

  private static final ThreadArray STANDARDIZED = new ThreadArray();

  private static int rowsOfBlock(int columns) {
    return Math.clamp(BLOCK / Math.max(1, columns), 1, MOST_ROWS);
  }

  /// As [io.gradus.kernels.Kernels#normalizeRows].
  static void values(
      Matrix x,
      int rows,
      int columns,
      float eps,
      Matrix gain,
      Matrix bias,
      Matrix out,
      Standards standards) {
    float[] mean = new float[MOST_ROWS];
    float[] scale = new float[MOST_ROWS];
    int block = rowsOfBlock(columns);
    for (int from = 0; from < rows; from += block) {
      int count = Math.min(block, rows - from);
      Matrix to = Packing.view(out, from, 0);
      centre(Packing.view(x, from, 0), count, columns, eps, to, mean, scale);
      for (int r = 0; r < count; r++) {
        scale(to.data(), to.index(r, 0), scale[r], gain, bias, columns);
      }
      System.arraycopy(mean, 0, standards.means(), standards.first() + from, count);
      System.arraycopy(scale, 0, standards.scales(), standards.first() + from, count);
    }
  }

  /// As [io.gradus.kernels.Kernels#normalizeRowsGradient].
  static void gradients(
      Matrix dy,
      Matrix x,
      int rows,
      int columns,
      Standards standards,
      Matrix gain,
      Matrix dx,
      Matrix dGain,
      Matrix dBias) {
    float[] gains = new float[columns]; // of a chunk
    float[] terms = new float[columns];
    int block = rowsOfBlock(columns);
    var of = new Block(columns, gain, gains, terms, block);
    clear(dGain, columns);
    clear(dBias, columns);
    for (int begin = 0; begin < rows; begin += Reductions.CHUNK) {
      Arrays.fill(gains, 0);
      Arrays.fill(terms, 0);
      int end = Math.min(begin + Reductions.CHUNK, rows);
      for (int from = begin; from < end; from += block) {
        of.gradients(
            Packing.view(dy, from, 0),
            Packing.view(x, from, 0),
            Math.min(block, end - from),
            standards.from(from),
            Packing.view(dx, from, 0));
      }
      add(gains, dGain);
      add(terms, dBias);
    }
  }

  /// What the rows of a block have in common, and room for what is computed of them.
  private record Block(
      int columns,
      Matrix gain,
      float[] gains,
      float[] terms,
      float[] y,
      float[] level,
      float[] along) {
    Block(int columns, Matrix gain, float[] gains, float[] terms, int rows) {
      this(
          columns,
          gain,
          gains,
          terms,
          STANDARDIZED.ofAtLeast(rows * columns),
          new float[MOST_ROWS],
          new float[MOST_ROWS]);
    }

    void gradients(Matrix dy, Matrix x, int rows, Standards standards, Matrix dx) {
      float[] means = standards.means();
      float[] scales = standards.scales();
      int first = standards.first();
      for (int r = 0; r < rows; r++) {
        shares(dy, x, r, means[first + r], scales[first + r], dx);
      }
      for (int r = 0; r < rows; r++) {
        level[r] = VectorReductions.sum(dx.data(), dx.index(r, 0), columns);
        along[r] =
            VectorReductions.sumOfProducts(dx.data(), dx.index(r, 0), y, r * columns, columns);
      }
      divide(level, columns);
      divide(along, columns);
      for (int r = 0; r < rows; r++) {
        float scale = scales[first + r];
        combine(level[r], y, r * columns, along[r], scale, dx.data(), dx.index(r, 0), columns);
      }
    }

    /// Of one row, `y = (x - mean) · scale` and `dx = dy · gain`; `dy·y` and `dy` are added to the
    /// sums over the rows.
    private void shares(Matrix dy, Matrix x, int row, float mean, float scale, Matrix dx) {
      float[] above = dy.data();
      float[] from = x.data();
      float[] gainOf = gain.data();
      float[] out = dx.data();
      int i = dy.index(row, 0);
      int j = x.index(row, 0);
      int g = gain.offset();
      int k = dx.index(row, 0);
      int l = row * columns;
      int c = 0;
      for (; c < SPECIES.loopBound(columns); c += COUNT) {
        FloatVector d = fromArray(SPECIES, above, i + c);
        FloatVector standard = fromArray(SPECIES, from, j + c).sub(mean).mul(scale);
        standard.intoArray(y, l + c);
        d.mul(fromArray(SPECIES, gainOf, g + c)).intoArray(out, k + c);
        fromArray(SPECIES, gains, c).add(d.mul(standard)).intoArray(gains, c);
        fromArray(SPECIES, terms, c).add(d).intoArray(terms, c);
      }
      if (c < columns) {
        VectorMask<Float> mask = SPECIES.indexInRange(c, columns);
        FloatVector d = fromArray(SPECIES, above, i + c, mask);
        FloatVector standard = fromArray(SPECIES, from, j + c, mask).sub(mean).mul(scale);
        standard.intoArray(y, l + c, mask);
        d.mul(fromArray(SPECIES, gainOf, g + c, mask)).intoArray(out, k + c, mask);
        fromArray(SPECIES, gains, c, mask).add(d.mul(standard)).intoArray(gains, c, mask);
        fromArray(SPECIES, terms, c, mask).add(d).intoArray(terms, c, mask);
      }
    }
  }

  private static void clear(Matrix row, int columns) {
    Arrays.fill(row.data(), row.offset(), row.offset() + columns, 0);
  }

  /// A chunk's sums on top of those before it.
  private static void add(float[] chunk, Matrix row) {
    for (int c = 0; c < chunk.length; c++) {
      row.data()[row.offset() + c] += chunk[c];
    }
  }

  /// `out = x - mean` and `scale = 1 / √(variance + eps)` of each row.
  private static void centre(
      Matrix x, int rows, int columns, float eps, Matrix out, float[] mean, float[] scale) {
    for (int r = 0; r < rows; r++) {
      mean[r] = VectorReductions.sum(x.data(), x.index(r, 0), columns);
    }
    divide(mean, columns);
    for (int r = 0; r < rows; r++) {
      less(x.data(), x.index(r, 0), mean[r], out.data(), out.index(r, 0), columns);
    }
    for (int r = 0; r < rows; r++) {
      int row = out.index(r, 0);
      scale[r] = VectorReductions.sumOfProducts(out.data(), row, out.data(), row, columns);
    }
    divide(scale, columns);
    for (int r = 0; r < MOST_ROWS; r += COUNT) {
      FloatVector root = fromArray(SPECIES, scale, r).add(eps).lanewise(VectorOperators.SQRT);
      FloatVector.broadcast(SPECIES, 1).div(root).intoArray(scale, r);
    }
  }

  private static void divide(float[] ofRows, int by) {
    for (int r = 0; r < MOST_ROWS; r += COUNT) {
      fromArray(SPECIES, ofRows, r).div(by).intoArray(ofRows, r);
    }
  }

  /// `out = x - mean`
  private static void less(float[] x, int i, float mean, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      fromArray(SPECIES, x, i + c).sub(mean).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      fromArray(SPECIES, x, i + c, mask).sub(mean).intoArray(out, k + c, mask);
    }
  }

  /// `x = x · inverse · gain + bias`
  private static void scale(float[] x, int i, float inverse, Matrix gain, Matrix bias, int n) {
    int g = gain.offset();
    int b = bias.offset();
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      fromArray(SPECIES, x, i + c)
          .mul(inverse)
          .mul(fromArray(SPECIES, gain.data(), g + c))
          .add(fromArray(SPECIES, bias.data(), b + c))
          .intoArray(x, i + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      fromArray(SPECIES, x, i + c, mask)
          .mul(inverse)
          .mul(fromArray(SPECIES, gain.data(), g + c, mask))
          .add(fromArray(SPECIES, bias.data(), b + c, mask))
          .intoArray(x, i + c, mask);
    }
  }

  /// `x = (x - level - y · along) · inverse`
  private static void combine(
      float level, float[] y, int j, float along, float inverse, float[] x, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector less = fromArray(SPECIES, y, j + c).mul(along);
      FloatVector rest = fromArray(SPECIES, x, k + c).sub(level).sub(less);
      rest.mul(inverse).intoArray(x, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector less = fromArray(SPECIES, y, j + c, mask).mul(along);
      FloatVector rest = fromArray(SPECIES, x, k + c, mask).sub(level).sub(less);
      rest.mul(inverse).intoArray(x, k + c, mask);
    }
  }
}
