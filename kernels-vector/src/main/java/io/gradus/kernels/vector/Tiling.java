package io.gradus.kernels.vector;

import io.gradus.kernels.Matrix;
import io.gradus.kernels.ThreadArray;
import jdk.incubator.vector.FloatVector;

/// How a block of C is cut into tiles that the registers hold.
///
/// A tile is two vectors wide: each number of A that is spread over a register then serves two
/// multiplications. With the 32 registers of 512-bit vectors it is 12 rows high (24 sums, two
/// vectors of B, and numbers of A), with 16 registers 6 rows. It must hold at least 8 to 10 sums,
/// because a multiply-add takes 4 cycles and one or two begin in each.
final class Tiling {
  static final int LANES = FloatVector.SPECIES_PREFERRED.length();
  static final int WIDTH = 2 * LANES;

  /// AVX-512 is what has both 512 bits and 32 registers.
  static final boolean TALL = LANES == 16;

  static final int HEIGHT = TALL ? 12 : 6;

  /// Two tiles of this height replace one full and one low tile, which would waste registers; fewer
  /// rows than a full tile has begin with one.
  private static final int HALFWAY = TALL ? 8 : 4;

  private static final ThreadArray MARGIN = new ThreadArray();

  private Tiling() {}

  /// How high the next tile is where so many rows are left.
  static int height(int rows) {
    if (rows <= HALFWAY || rows == HEIGHT) {
      return rows;
    }
    return rows <= 2 * HALFWAY ? HALFWAY : HEIGHT;
  }

  /// How wide the next tile is where so many columns are left, a vector at least: 40 columns of 16
  /// lanes are tiles of 24 and 16, the first with two vectors that overlap.
  static int width(int columns) {
    if (columns <= WIDTH) {
      return columns;
    }
    return columns < WIDTH + LANES ? columns - LANES : WIDTH;
  }

  /// The tiles of a block, panel by panel: a panel of B stays in the first cache while the tiles of
  /// A pass.
  static void multiply(
      int rows, Span columns, int depth, boolean fresh, Matrix a, Panels b, Matrix c) {
    int end = columns.start() + columns.length();
    for (int j = columns.start(); j < end; ) {
      int width = width(end - j);
      for (int i = 0; i < rows; ) {
        int height = width == LANES ? rows : height(rows - i); // a narrow tile cuts by itself
        tile(height, width, depth, fresh, a, i, b, j, c, c.index(i, j));
        i += height;
      }
      j += width;
    }
  }

  /// The tiles of a block with fewer columns than a vector has lanes: computed beside C, because a
  /// vector would write over its margin.
  static void narrow(
      int rows, int columns, int depth, boolean fresh, Matrix a, Panels b, Matrix c) {
    float[] margin = MARGIN.ofAtLeast(HEIGHT * LANES);
    Matrix beside = new Matrix(margin, 0, LANES, 1);
    for (int i = 0; i < rows; ) {
      int height = height(rows - i);
      if (!fresh) {
        for (int r = 0; r < height; r++) {
          System.arraycopy(c.data(), c.index(i + r, 0), margin, r * LANES, columns);
        }
      }
      tile(height, LANES, depth, fresh, a, i, b, 0, beside, 0);
      for (int r = 0; r < height; r++) {
        System.arraycopy(margin, r * LANES, c.data(), c.index(i + r, 0), columns);
      }
      i += height;
    }
  }

  private static void tile(
      int rows,
      int columns,
      int depth,
      boolean fresh,
      Matrix a,
      int i,
      Panels b,
      int j,
      Matrix c,
      int cOffset) {
    float[] as = a.data();
    int aOffset = a.index(i, 0);
    int aRow = a.rowStride();
    int aStep = a.columnStride();
    float[] bs = b.data();
    int bOffset = b.offset(j);
    int bStep = b.step(columns);
    float[] cs = c.data();
    int cRow = c.rowStride();
    if (columns == LANES) {
      NarrowTiles.multiply(
          rows, fresh, depth, as, aOffset, aRow, aStep, bs, bOffset, bStep, cs, cOffset, cRow);
      return;
    }
    int right = columns - LANES;
    if (rows == 1) {
      LowTiles.oneByTwo(fresh, depth, as, aOffset, aStep, bs, bOffset, bStep, right, cs, cOffset);
    } else if (rows <= 4) {
      LowTiles.fourByTwo(
          rows, fresh, depth, as, aOffset, aRow, aStep, bs, bOffset, bStep, right, cs, cOffset,
          cRow);
    } else if (!TALL) {
      LowTiles.sixByTwo(
          rows, fresh, depth, as, aOffset, aRow, aStep, bs, bOffset, bStep, right, cs, cOffset,
          cRow);
    } else if (rows <= 8) {
      TallTiles.eightByTwo(
          rows, fresh, depth, as, aOffset, aRow, aStep, bs, bOffset, bStep, right, cs, cOffset,
          cRow);
    } else {
      TallTiles.twelveByTwo(
          fresh, depth, as, aOffset, aRow, aStep, bs, bOffset, bStep, right, cs, cOffset, cRow);
    }
  }
}
