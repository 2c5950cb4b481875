package io.gradus.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Tiles one vector wide, for the last columns.
///
/// They are read as [TallTiles] are.
final class NarrowTiles {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private NarrowTiles() {}

  /// Any number of rows, in tiles of sixteen where there are registers for them, and of up to
  /// eight.
  static void multiply(
      int rows,
      boolean fresh,
      int depth,
      float[] a,
      int aOffset,
      int aRow,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      float[] c,
      int cOffset,
      int cRow) {
    for (int i = 0; i < rows; ) {
      int left = rows - i;
      int from = aOffset + i * aRow;
      int to = cOffset + i * cRow;
      if (Tiling.TALL && left >= 16) {
        NarrowTallTile.sixteenByOne(
            fresh, depth, a, from, aRow, aStep, b, bOffset, bStep, c, to, cRow);
        i += 16;
      } else if (left > 4) {
        int height = Math.min(left, 8);
        eightByOne(height, fresh, depth, a, from, aRow, aStep, b, bOffset, bStep, c, to, cRow);
        i += height;
      } else if (left > 1) {
        fourByOne(left, fresh, depth, a, from, aRow, aStep, b, bOffset, bStep, c, to, cRow);
        i += left;
      } else {
        oneByOne(fresh, depth, a, from, aStep, b, bOffset, bStep, c, to);
        i++;
      }
    }
  }

  /// 8 sums.
  private static void eightByOne(
      int rows,
      boolean fresh,
      int depth,
      float[] a,
      int aOffset,
      int aRow,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      float[] c,
      int cOffset,
      int cRow) {
    int last = rows - 1;
    int c1 = cOffset + Math.min(1, last) * cRow;
    int c2 = cOffset + Math.min(2, last) * cRow;
    int c3 = cOffset + Math.min(3, last) * cRow;
    int c4 = cOffset + Math.min(4, last) * cRow;
    int c5 = cOffset + Math.min(5, last) * cRow;
    int c6 = cOffset + Math.min(6, last) * cRow;
    int c7 = cOffset + Math.min(7, last) * cRow;
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = FloatVector.zero(SPECIES);
    FloatVector sum2 = FloatVector.zero(SPECIES);
    FloatVector sum3 = FloatVector.zero(SPECIES);
    FloatVector sum4 = FloatVector.zero(SPECIES);
    FloatVector sum5 = FloatVector.zero(SPECIES);
    FloatVector sum6 = FloatVector.zero(SPECIES);
    FloatVector sum7 = FloatVector.zero(SPECIES);
    if (!fresh) {
      sum0 = FloatVector.fromArray(SPECIES, c, cOffset);
      sum1 = FloatVector.fromArray(SPECIES, c, c1);
      sum2 = FloatVector.fromArray(SPECIES, c, c2);
      sum3 = FloatVector.fromArray(SPECIES, c, c3);
      sum4 = FloatVector.fromArray(SPECIES, c, c4);
      sum5 = FloatVector.fromArray(SPECIES, c, c5);
      sum6 = FloatVector.fromArray(SPECIES, c, c6);
      sum7 = FloatVector.fromArray(SPECIES, c, c7);
    }
    int a1 = Math.min(1, last) * aRow;
    int a2 = Math.min(2, last) * aRow;
    int a3 = Math.min(3, last) * aRow;
    int a4 = Math.min(4, last) * aRow;
    int a5 = Math.min(5, last) * aRow;
    int a6 = Math.min(6, last) * aRow;
    int a7 = Math.min(7, last) * aRow;
    int p = aOffset;
    int q = bOffset;
    int k = 0;
    do {
      FloatVector row = FloatVector.fromArray(SPECIES, b, q);
      sum0 = FloatVector.broadcast(SPECIES, a[p]).fma(row, sum0);
      sum1 = FloatVector.broadcast(SPECIES, a[p + a1]).fma(row, sum1);
      sum2 = FloatVector.broadcast(SPECIES, a[p + a2]).fma(row, sum2);
      sum3 = FloatVector.broadcast(SPECIES, a[p + a3]).fma(row, sum3);
      sum4 = FloatVector.broadcast(SPECIES, a[p + a4]).fma(row, sum4);
      sum5 = FloatVector.broadcast(SPECIES, a[p + a5]).fma(row, sum5);
      sum6 = FloatVector.broadcast(SPECIES, a[p + a6]).fma(row, sum6);
      sum7 = FloatVector.broadcast(SPECIES, a[p + a7]).fma(row, sum7);
      p += aStep;
      q += bStep;
    } while (++k < depth);
    sum0.intoArray(c, cOffset);
    sum1.intoArray(c, c1);
    sum2.intoArray(c, c2);
    sum3.intoArray(c, c3);
    sum4.intoArray(c, c4);
    sum5.intoArray(c, c5);
    sum6.intoArray(c, c6);
    sum7.intoArray(c, c7);
  }

  /// 4 sums, for 2 to 4 rows.
  private static void fourByOne(
      int rows,
      boolean fresh,
      int depth,
      float[] a,
      int aOffset,
      int aRow,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      float[] c,
      int cOffset,
      int cRow) {
    int last = rows - 1;
    int c1 = cOffset + Math.min(1, last) * cRow;
    int c2 = cOffset + Math.min(2, last) * cRow;
    int c3 = cOffset + Math.min(3, last) * cRow;
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = FloatVector.zero(SPECIES);
    FloatVector sum2 = FloatVector.zero(SPECIES);
    FloatVector sum3 = FloatVector.zero(SPECIES);
    if (!fresh) {
      sum0 = FloatVector.fromArray(SPECIES, c, cOffset);
      sum1 = FloatVector.fromArray(SPECIES, c, c1);
      sum2 = FloatVector.fromArray(SPECIES, c, c2);
      sum3 = FloatVector.fromArray(SPECIES, c, c3);
    }
    int a1 = Math.min(1, last) * aRow;
    int a2 = Math.min(2, last) * aRow;
    int a3 = Math.min(3, last) * aRow;
    int p = aOffset;
    int q = bOffset;
    int k = 0;
    do {
      FloatVector row = FloatVector.fromArray(SPECIES, b, q);
      sum0 = FloatVector.broadcast(SPECIES, a[p]).fma(row, sum0);
      sum1 = FloatVector.broadcast(SPECIES, a[p + a1]).fma(row, sum1);
      sum2 = FloatVector.broadcast(SPECIES, a[p + a2]).fma(row, sum2);
      sum3 = FloatVector.broadcast(SPECIES, a[p + a3]).fma(row, sum3);
      p += aStep;
      q += bStep;
    } while (++k < depth);
    sum0.intoArray(c, cOffset);
    sum1.intoArray(c, c1);
    sum2.intoArray(c, c2);
    sum3.intoArray(c, c3);
  }

  /// One sum.
  private static void oneByOne(
      boolean fresh,
      int depth,
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      float[] c,
      int cOffset) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    if (!fresh) {
      sum0 = FloatVector.fromArray(SPECIES, c, cOffset);
    }
    int p = aOffset;
    int q = bOffset;
    int k = 0;
    do {
      FloatVector row = FloatVector.fromArray(SPECIES, b, q);
      sum0 = FloatVector.broadcast(SPECIES, a[p]).fma(row, sum0);
      p += aStep;
      q += bStep;
    } while (++k < depth);
    sum0.intoArray(c, cOffset);
  }
}
