package io.gradus.kernels.vector;

import io.gradus.kernels.Matrix;
import io.gradus.kernels.ThreadArray;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Copies of parts of A and B that lie badly for tiles.
final class Packing {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /// Numbers, 64 KiB, from which an operand no longer rests in the first cache beside the others.
  private static final int LARGE = 16_384;

  /// Numbers, 4 KiB: what lies so far apart falls into one set of a first cache of 32 KiB.
  private static final int PAGE = 1024;

  private static final ThreadArray ROWS = new ThreadArray();

  private Packing() {}

  /// The same numbers, counted from an element.
  static Matrix view(Matrix x, int row, int column) {
    return new Matrix(x.data(), x.index(row, column), x.rowStride(), x.columnStride());
  }

  /// Whether B is laid out in panels: where its columns are not neighbours or do not fill a vector,
  /// and where it is large and enough rows use the copy.
  static boolean worthPanels(Matrix b, int m, int n, int k) {
    return b.columnStride() != 1
        || n < Tiling.LANES
        || ((long) k * n > LARGE && m > 2 * Tiling.HEIGHT);
  }

  /// Columns of C beyond which a copy of rows that lie across the lines pays: it is read once for
  /// each tile of them.
  private static final int MANY = 512;

  /// Whether blocks of A are copied: where its rows compete for one set of the cache, and where it
  /// lies across the lines and many columns use the copy. What is read as it lies, in order, gains
  /// nothing.
  ///
  /// @param n the columns that use the copy
  static boolean worthCopying(Matrix a, int m, int n, int k) {
    if ((long) m * k <= LARGE) {
      return false;
    }
    if (a.columnStride() == 1) {
      return a.rowStride() % PAGE == 0 && n > Tiling.WIDTH;
    }
    return a.rowStride() == 1 && n > MANY;
  }

  /// A copy in the same orientation, whose lines are an odd number of cache lines apart: lines a
  /// power of two apart, as in a 1024 by 1024 matrix, would compete for one set of the cache.
  static Matrix copy(Matrix a, int rows, int depth) {
    boolean transposed = a.rowStride() == 1;
    int lines = transposed ? depth : rows;
    int length = transposed ? rows : depth;
    int apart = (length + 31) / 32 * 32 + 16;
    int step = transposed ? a.columnStride() : a.rowStride();
    float[] out = ROWS.ofAtLeast(lines * apart);
    for (int i = 0; i < lines; i++) {
      System.arraycopy(a.data(), a.offset() + i * step, out, i * apart, length);
    }
    return transposed ? new Matrix(out, 0, 1, apart) : new Matrix(out, 0, apart, 1);
  }

  /// `out[p * step + i] = b(p, column + i)` for `p` below the depth and `i` below the width.
  static void panel(
      Matrix b, int column, int width, int depth, float[] out, int outOffset, int step) {
    int from = b.index(0, column);
    if (b.columnStride() == 1) {
      lines(b.data(), from, b.rowStride(), width, depth, out, outOffset, step);
    } else if (b.rowStride() == 1 && Squares.fit(width, depth)) {
      Squares.transpose(b.data(), from, b.columnStride(), width, depth, out, outOffset, step);
    } else {
      numbers(b.data(), from, b.rowStride(), b.columnStride(), width, depth, out, outOffset, step);
    }
  }

  private static void lines(
      float[] b,
      int offset,
      int apart,
      int width,
      int depth,
      float[] out,
      int outOffset,
      int step) {
    int p = 0;
    if (width >= Tiling.LANES) {
      int right = width - Tiling.LANES; // the second vector may overlap the first
      for (; p < depth; p++) {
        FloatVector left = FloatVector.fromArray(SPECIES, b, offset + p * apart);
        FloatVector beside = FloatVector.fromArray(SPECIES, b, offset + p * apart + right);
        left.intoArray(out, outOffset + p * step);
        beside.intoArray(out, outOffset + p * step + right);
      }
    }
    // Too narrow for a vector: what follows in the array fills it up, and nobody reads the sums.
    for (; p < depth && offset + p * apart + Tiling.LANES <= b.length; p++) {
      FloatVector.fromArray(SPECIES, b, offset + p * apart).intoArray(out, outOffset + p * step);
    }
    for (; p < depth; p++) {
      System.arraycopy(b, offset + p * apart, out, outOffset + p * step, width);
    }
  }

  private static void numbers(
      float[] b,
      int offset,
      int down,
      int right,
      int width,
      int depth,
      float[] out,
      int outOffset,
      int step) {
    for (int i = 0; i < width; i++) {
      int from = offset + i * right;
      int to = outOffset + i;
      for (int p = 0; p < depth; p++) {
        out[to] = b[from];
        from += down;
        to += step;
      }
    }
  }
}
