package io.gradus.kernels.vector;

import io.gradus.kernels.Matrix;
import io.gradus.kernels.ThreadArray;

/// A slab of B as tiles read it: in place, or laid out tile by tile.
///
/// Laid out, the columns of a tile stand row after row without a gap, and the tile that begins at
/// column `j` begins at `j * depth`.
///
/// @param slab the slab in place, or the array that holds the panels
/// @param packed whether they are laid out
record Panels(Matrix slab, boolean packed, int depth) {
  private static final ThreadArray ROOM = new ThreadArray();

  /// Room for panels, in an array that the thread keeps: at most what one slab takes.
  static Panels empty(int depth, int columns) {
    float[] data = ROOM.ofAtLeast(depth * Math.max(columns, Tiling.LANES));
    return new Panels(new Matrix(data, 0, 0, 1), true, depth);
  }

  /// Lays out some columns of a slab.
  void fill(Matrix source, Span columns) {
    int end = columns.start() + columns.length();
    for (int j = columns.start(); j < end; ) {
      int width = Tiling.width(end - j);
      Packing.panel(source, j, width, depth, slab.data(), j * depth, step(width));
      j += width;
    }
  }

  float[] data() {
    return slab.data();
  }

  /// Where the tile that begins at a column begins.
  int offset(int column) {
    return packed ? column * depth : slab.index(0, column);
  }

  /// How far apart the rows of a tile are.
  int step(int width) {
    return packed ? Math.max(width, Tiling.LANES) : slab.rowStride();
  }
}
