package io.gradus.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Tiles of few rows and two vectors, for 16 registers and for what taller ones leave.
///
/// They are read as [TallTiles] are.
final class LowTiles {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private LowTiles() {}

  /// 12 sums, as many as 16 registers hold beside two vectors of B and a number of A.
  static void sixByTwo(
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
      int right,
      float[] c,
      int cOffset,
      int cRow) {
    int last = rows - 1;
    int c1 = cOffset + Math.min(1, last) * cRow;
    int c2 = cOffset + Math.min(2, last) * cRow;
    int c3 = cOffset + Math.min(3, last) * cRow;
    int c4 = cOffset + Math.min(4, last) * cRow;
    int c5 = cOffset + Math.min(5, last) * cRow;
    FloatVector left0 = FloatVector.zero(SPECIES);
    FloatVector right0 = FloatVector.zero(SPECIES);
    FloatVector left1 = FloatVector.zero(SPECIES);
    FloatVector right1 = FloatVector.zero(SPECIES);
    FloatVector left2 = FloatVector.zero(SPECIES);
    FloatVector right2 = FloatVector.zero(SPECIES);
    FloatVector left3 = FloatVector.zero(SPECIES);
    FloatVector right3 = FloatVector.zero(SPECIES);
    FloatVector left4 = FloatVector.zero(SPECIES);
    FloatVector right4 = FloatVector.zero(SPECIES);
    FloatVector left5 = FloatVector.zero(SPECIES);
    FloatVector right5 = FloatVector.zero(SPECIES);
    if (!fresh) {
      left0 = FloatVector.fromArray(SPECIES, c, cOffset);
      right0 = FloatVector.fromArray(SPECIES, c, cOffset + right);
      left1 = FloatVector.fromArray(SPECIES, c, c1);
      right1 = FloatVector.fromArray(SPECIES, c, c1 + right);
      left2 = FloatVector.fromArray(SPECIES, c, c2);
      right2 = FloatVector.fromArray(SPECIES, c, c2 + right);
      left3 = FloatVector.fromArray(SPECIES, c, c3);
      right3 = FloatVector.fromArray(SPECIES, c, c3 + right);
      left4 = FloatVector.fromArray(SPECIES, c, c4);
      right4 = FloatVector.fromArray(SPECIES, c, c4 + right);
      left5 = FloatVector.fromArray(SPECIES, c, c5);
      right5 = FloatVector.fromArray(SPECIES, c, c5 + right);
    }
    int a1 = Math.min(1, last) * aRow;
    int a2 = Math.min(2, last) * aRow;
    int a3 = Math.min(3, last) * aRow;
    int a4 = Math.min(4, last) * aRow;
    int a5 = Math.min(5, last) * aRow;
    int p = aOffset;
    int q = bOffset;
    int k = 0;
    do {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + right);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[p]);
      left0 = x0.fma(b0, left0);
      right0 = x0.fma(b1, right0);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[p + a1]);
      left1 = x1.fma(b0, left1);
      right1 = x1.fma(b1, right1);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[p + a2]);
      left2 = x2.fma(b0, left2);
      right2 = x2.fma(b1, right2);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[p + a3]);
      left3 = x3.fma(b0, left3);
      right3 = x3.fma(b1, right3);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[p + a4]);
      left4 = x4.fma(b0, left4);
      right4 = x4.fma(b1, right4);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[p + a5]);
      left5 = x5.fma(b0, left5);
      right5 = x5.fma(b1, right5);
      p += aStep;
      q += bStep;
    } while (++k < depth);
    left0.intoArray(c, cOffset);
    right0.intoArray(c, cOffset + right);
    left1.intoArray(c, c1);
    right1.intoArray(c, c1 + right);
    left2.intoArray(c, c2);
    right2.intoArray(c, c2 + right);
    left3.intoArray(c, c3);
    right3.intoArray(c, c3 + right);
    left4.intoArray(c, c4);
    right4.intoArray(c, c4 + right);
    left5.intoArray(c, c5);
    right5.intoArray(c, c5 + right);
  }

  /// 8 sums, for 2 to 4 rows.
  static void fourByTwo(
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
      int right,
      float[] c,
      int cOffset,
      int cRow) {
    int last = rows - 1;
    int c1 = cOffset + Math.min(1, last) * cRow;
    int c2 = cOffset + Math.min(2, last) * cRow;
    int c3 = cOffset + Math.min(3, last) * cRow;
    FloatVector left0 = FloatVector.zero(SPECIES);
    FloatVector right0 = FloatVector.zero(SPECIES);
    FloatVector left1 = FloatVector.zero(SPECIES);
    FloatVector right1 = FloatVector.zero(SPECIES);
    FloatVector left2 = FloatVector.zero(SPECIES);
    FloatVector right2 = FloatVector.zero(SPECIES);
    FloatVector left3 = FloatVector.zero(SPECIES);
    FloatVector right3 = FloatVector.zero(SPECIES);
    if (!fresh) {
      left0 = FloatVector.fromArray(SPECIES, c, cOffset);
      right0 = FloatVector.fromArray(SPECIES, c, cOffset + right);
      left1 = FloatVector.fromArray(SPECIES, c, c1);
      right1 = FloatVector.fromArray(SPECIES, c, c1 + right);
      left2 = FloatVector.fromArray(SPECIES, c, c2);
      right2 = FloatVector.fromArray(SPECIES, c, c2 + right);
      left3 = FloatVector.fromArray(SPECIES, c, c3);
      right3 = FloatVector.fromArray(SPECIES, c, c3 + right);
    }
    int a1 = Math.min(1, last) * aRow;
    int a2 = Math.min(2, last) * aRow;
    int a3 = Math.min(3, last) * aRow;
    int p = aOffset;
    int q = bOffset;
    int k = 0;
    do {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + right);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[p]);
      left0 = x0.fma(b0, left0);
      right0 = x0.fma(b1, right0);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[p + a1]);
      left1 = x1.fma(b0, left1);
      right1 = x1.fma(b1, right1);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[p + a2]);
      left2 = x2.fma(b0, left2);
      right2 = x2.fma(b1, right2);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[p + a3]);
      left3 = x3.fma(b0, left3);
      right3 = x3.fma(b1, right3);
      p += aStep;
      q += bStep;
    } while (++k < depth);
    left0.intoArray(c, cOffset);
    right0.intoArray(c, cOffset + right);
    left1.intoArray(c, c1);
    right1.intoArray(c, c1 + right);
    left2.intoArray(c, c2);
    right2.intoArray(c, c2 + right);
    left3.intoArray(c, c3);
    right3.intoArray(c, c3 + right);
  }

  /// 2 sums, for a single row.
  static void oneByTwo(
      boolean fresh,
      int depth,
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      int right,
      float[] c,
      int cOffset) {
    FloatVector left0 = FloatVector.zero(SPECIES);
    FloatVector right0 = FloatVector.zero(SPECIES);
    if (!fresh) {
      left0 = FloatVector.fromArray(SPECIES, c, cOffset);
      right0 = FloatVector.fromArray(SPECIES, c, cOffset + right);
    }
    int p = aOffset;
    int q = bOffset;
    int k = 0;
    do {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + right);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[p]);
      left0 = x0.fma(b0, left0);
      right0 = x0.fma(b1, right0);
      p += aStep;
      q += bStep;
    } while (++k < depth);
    left0.intoArray(c, cOffset);
    right0.intoArray(c, cOffset + right);
  }
}
