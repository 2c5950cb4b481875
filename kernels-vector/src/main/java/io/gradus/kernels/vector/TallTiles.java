package io.gradus.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Tiles of twelve, or of up to eight rows and two vectors, for 32 registers.
///
/// Where eight rows are too many, a row above the last one stands for it: it computes and writes
/// the same bits to the same place, so that one loop serves every height. Likewise the second
/// vector begins at any distance up to a vector, and what both cover is computed twice. All of C is
/// read before any of it is written.
///
/// The loops are written out, and reach operands through strides that need not be constant: each
/// sum then has its register, a product needs no copies of well-lying operands, and C2 neither
/// unrolls nor boxes. An array of vectors, or a method that takes one, would put them on the heap.
/// The depth is at least 1, and the test stands below: with a test above, or with the places in C
/// counted from `cOffset` on, C2 moves sums between registers, for a quarter of the time. Measure
/// each of these loops after a change.
final class TallTiles {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private TallTiles() {}

  /// 24 sums: `c(i, j) = Σ a(i, k) * b(k, j)`, from zero if fresh and else from `c(i, j)`.
  ///
  /// Four places walk through A, and two distances reach the rows between them: with eleven
  /// distances, C2 keeps the arrays' addresses in vector registers, and fetching them costs a
  /// multiplication each.
  static void twelveByTwo(
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
    FloatVector left6 = FloatVector.zero(SPECIES);
    FloatVector right6 = FloatVector.zero(SPECIES);
    FloatVector left7 = FloatVector.zero(SPECIES);
    FloatVector right7 = FloatVector.zero(SPECIES);
    FloatVector left8 = FloatVector.zero(SPECIES);
    FloatVector right8 = FloatVector.zero(SPECIES);
    FloatVector left9 = FloatVector.zero(SPECIES);
    FloatVector right9 = FloatVector.zero(SPECIES);
    FloatVector left10 = FloatVector.zero(SPECIES);
    FloatVector right10 = FloatVector.zero(SPECIES);
    FloatVector left11 = FloatVector.zero(SPECIES);
    FloatVector right11 = FloatVector.zero(SPECIES);
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
      left6 = FloatVector.fromArray(SPECIES, c, c6);
      right6 = FloatVector.fromArray(SPECIES, c, c6 + right);
      left7 = FloatVector.fromArray(SPECIES, c, c7);
      right7 = FloatVector.fromArray(SPECIES, c, c7 + right);
      left8 = FloatVector.fromArray(SPECIES, c, c8);
      right8 = FloatVector.fromArray(SPECIES, c, c8 + right);
      left9 = FloatVector.fromArray(SPECIES, c, c9);
      right9 = FloatVector.fromArray(SPECIES, c, c9 + right);
      left10 = FloatVector.fromArray(SPECIES, c, c10);
      right10 = FloatVector.fromArray(SPECIES, c, c10 + right);
      left11 = FloatVector.fromArray(SPECIES, c, c11);
      right11 = FloatVector.fromArray(SPECIES, c, c11 + right);
    }
    int two = 2 * aRow;
    int p = aOffset;
    int p3 = p + 3 * aRow;
    int p6 = p3 + 3 * aRow;
    int p9 = p6 + 3 * aRow;
    int q = bOffset;
    int k = 0;
    do {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + right);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[p]);
      left0 = x0.fma(b0, left0);
      right0 = x0.fma(b1, right0);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[p + aRow]);
      left1 = x1.fma(b0, left1);
      right1 = x1.fma(b1, right1);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[p + two]);
      left2 = x2.fma(b0, left2);
      right2 = x2.fma(b1, right2);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[p3]);
      left3 = x3.fma(b0, left3);
      right3 = x3.fma(b1, right3);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[p3 + aRow]);
      left4 = x4.fma(b0, left4);
      right4 = x4.fma(b1, right4);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[p3 + two]);
      left5 = x5.fma(b0, left5);
      right5 = x5.fma(b1, right5);
      FloatVector x6 = FloatVector.broadcast(SPECIES, a[p6]);
      left6 = x6.fma(b0, left6);
      right6 = x6.fma(b1, right6);
      FloatVector x7 = FloatVector.broadcast(SPECIES, a[p6 + aRow]);
      left7 = x7.fma(b0, left7);
      right7 = x7.fma(b1, right7);
      FloatVector x8 = FloatVector.broadcast(SPECIES, a[p6 + two]);
      left8 = x8.fma(b0, left8);
      right8 = x8.fma(b1, right8);
      FloatVector x9 = FloatVector.broadcast(SPECIES, a[p9]);
      left9 = x9.fma(b0, left9);
      right9 = x9.fma(b1, right9);
      FloatVector x10 = FloatVector.broadcast(SPECIES, a[p9 + aRow]);
      left10 = x10.fma(b0, left10);
      right10 = x10.fma(b1, right10);
      FloatVector x11 = FloatVector.broadcast(SPECIES, a[p9 + two]);
      left11 = x11.fma(b0, left11);
      right11 = x11.fma(b1, right11);
      p += aStep;
      p3 += aStep;
      p6 += aStep;
      p9 += aStep;
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
    left6.intoArray(c, c6);
    right6.intoArray(c, c6 + right);
    left7.intoArray(c, c7);
    right7.intoArray(c, c7 + right);
    left8.intoArray(c, c8);
    right8.intoArray(c, c8 + right);
    left9.intoArray(c, c9);
    right9.intoArray(c, c9 + right);
    left10.intoArray(c, c10);
    right10.intoArray(c, c10 + right);
    left11.intoArray(c, c11);
    right11.intoArray(c, c11 + right);
  }

  /// 16 sums: for 5 to 8 rows, and for two tiles of 8 where 13 to 16 rows are left.
  static void eightByTwo(
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
    int c6 = cOffset + Math.min(6, last) * cRow;
    int c7 = cOffset + Math.min(7, last) * cRow;
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
    FloatVector left6 = FloatVector.zero(SPECIES);
    FloatVector right6 = FloatVector.zero(SPECIES);
    FloatVector left7 = FloatVector.zero(SPECIES);
    FloatVector right7 = FloatVector.zero(SPECIES);
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
      left6 = FloatVector.fromArray(SPECIES, c, c6);
      right6 = FloatVector.fromArray(SPECIES, c, c6 + right);
      left7 = FloatVector.fromArray(SPECIES, c, c7);
      right7 = FloatVector.fromArray(SPECIES, c, c7 + right);
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
      FloatVector x6 = FloatVector.broadcast(SPECIES, a[p + a6]);
      left6 = x6.fma(b0, left6);
      right6 = x6.fma(b1, right6);
      FloatVector x7 = FloatVector.broadcast(SPECIES, a[p + a7]);
      left7 = x7.fma(b0, left7);
      right7 = x7.fma(b1, right7);
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
    left6.intoArray(c, c6);
    right6.intoArray(c, c6 + right);
    left7.intoArray(c, c7);
    right7.intoArray(c, c7 + right);
  }
}
