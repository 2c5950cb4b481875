package io.gradus.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The tile of sixteen rows and one vector, for 32 registers: the heads of small networks.
///
/// It is read as [TallTiles] are, and walks through A as their largest does.
final class NarrowTallTile {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private NarrowTallTile() {}

  /// 16 sums: `c(i, j) = Σ a(i, k) * b(k, j)`, from zero if fresh and else from `c(i, j)`.
  static void sixteenByOne(
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
    int c1 = cOffset + cRow;
    int c2 = c1 + cRow;
    int c3 = c2 + cRow;
    int c4 = c3 + cRow;
    int c5 = c4 + cRow;
    int c6 = c5 + cRow;
    int c7 = c6 + cRow;
    int c8 = c7 + cRow;
    int c9 = c8 + cRow;
    int c10 = c9 + cRow;
    int c11 = c10 + cRow;
    int c12 = c11 + cRow;
    int c13 = c12 + cRow;
    int c14 = c13 + cRow;
    int c15 = c14 + cRow;
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = FloatVector.zero(SPECIES);
    FloatVector sum2 = FloatVector.zero(SPECIES);
    FloatVector sum3 = FloatVector.zero(SPECIES);
    FloatVector sum4 = FloatVector.zero(SPECIES);
    FloatVector sum5 = FloatVector.zero(SPECIES);
    FloatVector sum6 = FloatVector.zero(SPECIES);
    FloatVector sum7 = FloatVector.zero(SPECIES);
    FloatVector sum8 = FloatVector.zero(SPECIES);
    FloatVector sum9 = FloatVector.zero(SPECIES);
    FloatVector sum10 = FloatVector.zero(SPECIES);
    FloatVector sum11 = FloatVector.zero(SPECIES);
    FloatVector sum12 = FloatVector.zero(SPECIES);
    FloatVector sum13 = FloatVector.zero(SPECIES);
    FloatVector sum14 = FloatVector.zero(SPECIES);
    FloatVector sum15 = FloatVector.zero(SPECIES);
    if (!fresh) {
      sum0 = FloatVector.fromArray(SPECIES, c, cOffset);
      sum1 = FloatVector.fromArray(SPECIES, c, c1);
      sum2 = FloatVector.fromArray(SPECIES, c, c2);
      sum3 = FloatVector.fromArray(SPECIES, c, c3);
      sum4 = FloatVector.fromArray(SPECIES, c, c4);
      sum5 = FloatVector.fromArray(SPECIES, c, c5);
      sum6 = FloatVector.fromArray(SPECIES, c, c6);
      sum7 = FloatVector.fromArray(SPECIES, c, c7);
      sum8 = FloatVector.fromArray(SPECIES, c, c8);
      sum9 = FloatVector.fromArray(SPECIES, c, c9);
      sum10 = FloatVector.fromArray(SPECIES, c, c10);
      sum11 = FloatVector.fromArray(SPECIES, c, c11);
      sum12 = FloatVector.fromArray(SPECIES, c, c12);
      sum13 = FloatVector.fromArray(SPECIES, c, c13);
      sum14 = FloatVector.fromArray(SPECIES, c, c14);
      sum15 = FloatVector.fromArray(SPECIES, c, c15);
    }
    int two = 2 * aRow;
    int three = 3 * aRow;
    int p = aOffset;
    int p4 = p + 4 * aRow;
    int p8 = p4 + 4 * aRow;
    int p12 = p8 + 4 * aRow;
    int q = bOffset;
    int k = 0;
    do {
      FloatVector row = FloatVector.fromArray(SPECIES, b, q);
      sum0 = FloatVector.broadcast(SPECIES, a[p]).fma(row, sum0);
      sum1 = FloatVector.broadcast(SPECIES, a[p + aRow]).fma(row, sum1);
      sum2 = FloatVector.broadcast(SPECIES, a[p + two]).fma(row, sum2);
      sum3 = FloatVector.broadcast(SPECIES, a[p + three]).fma(row, sum3);
      sum4 = FloatVector.broadcast(SPECIES, a[p4]).fma(row, sum4);
      sum5 = FloatVector.broadcast(SPECIES, a[p4 + aRow]).fma(row, sum5);
      sum6 = FloatVector.broadcast(SPECIES, a[p4 + two]).fma(row, sum6);
      sum7 = FloatVector.broadcast(SPECIES, a[p4 + three]).fma(row, sum7);
      sum8 = FloatVector.broadcast(SPECIES, a[p8]).fma(row, sum8);
      sum9 = FloatVector.broadcast(SPECIES, a[p8 + aRow]).fma(row, sum9);
      sum10 = FloatVector.broadcast(SPECIES, a[p8 + two]).fma(row, sum10);
      sum11 = FloatVector.broadcast(SPECIES, a[p8 + three]).fma(row, sum11);
      sum12 = FloatVector.broadcast(SPECIES, a[p12]).fma(row, sum12);
      sum13 = FloatVector.broadcast(SPECIES, a[p12 + aRow]).fma(row, sum13);
      sum14 = FloatVector.broadcast(SPECIES, a[p12 + two]).fma(row, sum14);
      sum15 = FloatVector.broadcast(SPECIES, a[p12 + three]).fma(row, sum15);
      p += aStep;
      p4 += aStep;
      p8 += aStep;
      p12 += aStep;
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
    sum8.intoArray(c, c8);
    sum9.intoArray(c, c9);
    sum10.intoArray(c, c10);
    sum11.intoArray(c, c11);
    sum12.intoArray(c, c12);
    sum13.intoArray(c, c13);
    sum14.intoArray(c, c14);
    sum15.intoArray(c, c15);
  }
}
