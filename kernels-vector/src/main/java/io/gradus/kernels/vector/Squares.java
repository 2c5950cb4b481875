package io.gradus.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Squares of 16 x 16 numbers, transposed in registers of 512 bits.
///
/// Half as long as storing number by number. Narrower vectors have too few registers for it.
final class Squares {
  private static final int SIDE = 16;
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final VectorShuffle<Float> BY_1 = exchange(1);
  private static final VectorShuffle<Float> BY_2 = exchange(2);
  private static final VectorShuffle<Float> BY_4 = exchange(4);
  private static final VectorShuffle<Float> BY_8 = exchange(8);
  private static final VectorMask<Float> WITH_1 = with(1);
  private static final VectorMask<Float> WITH_2 = with(2);
  private static final VectorMask<Float> WITH_4 = with(4);
  private static final VectorMask<Float> WITH_8 = with(8);
  private static final VectorMask<Float> WITHOUT_1 = with(1).not();
  private static final VectorMask<Float> WITHOUT_2 = with(2).not();
  private static final VectorMask<Float> WITHOUT_4 = with(4).not();
  private static final VectorMask<Float> WITHOUT_8 = with(8).not();

  private Squares() {}

  /// Whether squares cover a panel of so many columns and rows, without waste that costs more.
  static boolean fit(int width, int depth) {
    return SPECIES.length() == SIDE && width > SIDE / 4 && depth >= SIDE;
  }

  /// `out[p * step + i] = x[i * apart + p]`, for `i` below a width of at most two squares and `p`
  /// below the depth. The last squares overlap the ones before where a side is no multiple of 16.
  /// Where the width is below 16, its last column is repeated.
  static void transpose(
      float[] x,
      int offset,
      int apart,
      int width,
      int depth,
      float[] out,
      int outOffset,
      int step) {
    transposeStrip(x, Math.min(width, SIDE) - 1, offset, apart, depth, out, outOffset, step);
    if (width > SIDE) {
      int i = width - SIDE;
      transposeStrip(x, SIDE - 1, offset + i * apart, apart, depth, out, outOffset + i, step);
    }
  }

  private static void transposeStrip(
      float[] x, int last, int offset, int apart, int depth, float[] out, int outOffset, int step) {
    for (int p = 0; p <= depth - SIDE; p += SIDE) {
      transposeSquare(x, last, offset + p, apart, out, outOffset + p * step, step);
    }
    if (depth % SIDE != 0) {
      int p = depth - SIDE;
      transposeSquare(x, last, offset + p, apart, out, outOffset + p * step, step);
    }
  }

  /// Exchanges the two halves that lie off the diagonal, within the square, then within its
  /// quarters, and so on to pairs. A row above the last one stands for it. In one piece, because C2
  /// boxes vectors at the border of a method it does not inline.
  private static void transposeSquare(
      float[] x, int last, int offset, int apart, float[] out, int outOffset, int step) {
    FloatVector a0 = FloatVector.fromArray(SPECIES, x, offset);
    FloatVector a1 = FloatVector.fromArray(SPECIES, x, offset + Math.min(1, last) * apart);
    FloatVector a2 = FloatVector.fromArray(SPECIES, x, offset + Math.min(2, last) * apart);
    FloatVector a3 = FloatVector.fromArray(SPECIES, x, offset + Math.min(3, last) * apart);
    FloatVector a4 = FloatVector.fromArray(SPECIES, x, offset + Math.min(4, last) * apart);
    FloatVector a5 = FloatVector.fromArray(SPECIES, x, offset + Math.min(5, last) * apart);
    FloatVector a6 = FloatVector.fromArray(SPECIES, x, offset + Math.min(6, last) * apart);
    FloatVector a7 = FloatVector.fromArray(SPECIES, x, offset + Math.min(7, last) * apart);
    FloatVector a8 = FloatVector.fromArray(SPECIES, x, offset + Math.min(8, last) * apart);
    FloatVector a9 = FloatVector.fromArray(SPECIES, x, offset + Math.min(9, last) * apart);
    FloatVector a10 = FloatVector.fromArray(SPECIES, x, offset + Math.min(10, last) * apart);
    FloatVector a11 = FloatVector.fromArray(SPECIES, x, offset + Math.min(11, last) * apart);
    FloatVector a12 = FloatVector.fromArray(SPECIES, x, offset + Math.min(12, last) * apart);
    FloatVector a13 = FloatVector.fromArray(SPECIES, x, offset + Math.min(13, last) * apart);
    FloatVector a14 = FloatVector.fromArray(SPECIES, x, offset + Math.min(14, last) * apart);
    FloatVector a15 = FloatVector.fromArray(SPECIES, x, offset + Math.min(15, last) * apart);
    FloatVector b0 = a0.blend(a8.rearrange(BY_8), WITH_8);
    FloatVector b1 = a1.blend(a9.rearrange(BY_8), WITH_8);
    FloatVector b2 = a2.blend(a10.rearrange(BY_8), WITH_8);
    FloatVector b3 = a3.blend(a11.rearrange(BY_8), WITH_8);
    FloatVector b4 = a4.blend(a12.rearrange(BY_8), WITH_8);
    FloatVector b5 = a5.blend(a13.rearrange(BY_8), WITH_8);
    FloatVector b6 = a6.blend(a14.rearrange(BY_8), WITH_8);
    FloatVector b7 = a7.blend(a15.rearrange(BY_8), WITH_8);
    FloatVector b8 = a8.blend(a0.rearrange(BY_8), WITHOUT_8);
    FloatVector b9 = a9.blend(a1.rearrange(BY_8), WITHOUT_8);
    FloatVector b10 = a10.blend(a2.rearrange(BY_8), WITHOUT_8);
    FloatVector b11 = a11.blend(a3.rearrange(BY_8), WITHOUT_8);
    FloatVector b12 = a12.blend(a4.rearrange(BY_8), WITHOUT_8);
    FloatVector b13 = a13.blend(a5.rearrange(BY_8), WITHOUT_8);
    FloatVector b14 = a14.blend(a6.rearrange(BY_8), WITHOUT_8);
    FloatVector b15 = a15.blend(a7.rearrange(BY_8), WITHOUT_8);
    FloatVector c0 = b0.blend(b4.rearrange(BY_4), WITH_4);
    FloatVector c1 = b1.blend(b5.rearrange(BY_4), WITH_4);
    FloatVector c2 = b2.blend(b6.rearrange(BY_4), WITH_4);
    FloatVector c3 = b3.blend(b7.rearrange(BY_4), WITH_4);
    FloatVector c4 = b4.blend(b0.rearrange(BY_4), WITHOUT_4);
    FloatVector c5 = b5.blend(b1.rearrange(BY_4), WITHOUT_4);
    FloatVector c6 = b6.blend(b2.rearrange(BY_4), WITHOUT_4);
    FloatVector c7 = b7.blend(b3.rearrange(BY_4), WITHOUT_4);
    FloatVector c8 = b8.blend(b12.rearrange(BY_4), WITH_4);
    FloatVector c9 = b9.blend(b13.rearrange(BY_4), WITH_4);
    FloatVector c10 = b10.blend(b14.rearrange(BY_4), WITH_4);
    FloatVector c11 = b11.blend(b15.rearrange(BY_4), WITH_4);
    FloatVector c12 = b12.blend(b8.rearrange(BY_4), WITHOUT_4);
    FloatVector c13 = b13.blend(b9.rearrange(BY_4), WITHOUT_4);
    FloatVector c14 = b14.blend(b10.rearrange(BY_4), WITHOUT_4);
    FloatVector c15 = b15.blend(b11.rearrange(BY_4), WITHOUT_4);
    FloatVector d0 = c0.blend(c2.rearrange(BY_2), WITH_2);
    FloatVector d1 = c1.blend(c3.rearrange(BY_2), WITH_2);
    FloatVector d2 = c2.blend(c0.rearrange(BY_2), WITHOUT_2);
    FloatVector d3 = c3.blend(c1.rearrange(BY_2), WITHOUT_2);
    FloatVector d4 = c4.blend(c6.rearrange(BY_2), WITH_2);
    FloatVector d5 = c5.blend(c7.rearrange(BY_2), WITH_2);
    FloatVector d6 = c6.blend(c4.rearrange(BY_2), WITHOUT_2);
    FloatVector d7 = c7.blend(c5.rearrange(BY_2), WITHOUT_2);
    FloatVector d8 = c8.blend(c10.rearrange(BY_2), WITH_2);
    FloatVector d9 = c9.blend(c11.rearrange(BY_2), WITH_2);
    FloatVector d10 = c10.blend(c8.rearrange(BY_2), WITHOUT_2);
    FloatVector d11 = c11.blend(c9.rearrange(BY_2), WITHOUT_2);
    FloatVector d12 = c12.blend(c14.rearrange(BY_2), WITH_2);
    FloatVector d13 = c13.blend(c15.rearrange(BY_2), WITH_2);
    FloatVector d14 = c14.blend(c12.rearrange(BY_2), WITHOUT_2);
    FloatVector d15 = c15.blend(c13.rearrange(BY_2), WITHOUT_2);
    FloatVector e0 = d0.blend(d1.rearrange(BY_1), WITH_1);
    FloatVector e1 = d1.blend(d0.rearrange(BY_1), WITHOUT_1);
    FloatVector e2 = d2.blend(d3.rearrange(BY_1), WITH_1);
    FloatVector e3 = d3.blend(d2.rearrange(BY_1), WITHOUT_1);
    FloatVector e4 = d4.blend(d5.rearrange(BY_1), WITH_1);
    FloatVector e5 = d5.blend(d4.rearrange(BY_1), WITHOUT_1);
    FloatVector e6 = d6.blend(d7.rearrange(BY_1), WITH_1);
    FloatVector e7 = d7.blend(d6.rearrange(BY_1), WITHOUT_1);
    FloatVector e8 = d8.blend(d9.rearrange(BY_1), WITH_1);
    FloatVector e9 = d9.blend(d8.rearrange(BY_1), WITHOUT_1);
    FloatVector e10 = d10.blend(d11.rearrange(BY_1), WITH_1);
    FloatVector e11 = d11.blend(d10.rearrange(BY_1), WITHOUT_1);
    FloatVector e12 = d12.blend(d13.rearrange(BY_1), WITH_1);
    FloatVector e13 = d13.blend(d12.rearrange(BY_1), WITHOUT_1);
    FloatVector e14 = d14.blend(d15.rearrange(BY_1), WITH_1);
    FloatVector e15 = d15.blend(d14.rearrange(BY_1), WITHOUT_1);
    e0.intoArray(out, outOffset);
    e1.intoArray(out, outOffset + step);
    e2.intoArray(out, outOffset + 2 * step);
    e3.intoArray(out, outOffset + 3 * step);
    e4.intoArray(out, outOffset + 4 * step);
    e5.intoArray(out, outOffset + 5 * step);
    e6.intoArray(out, outOffset + 6 * step);
    e7.intoArray(out, outOffset + 7 * step);
    e8.intoArray(out, outOffset + 8 * step);
    e9.intoArray(out, outOffset + 9 * step);
    e10.intoArray(out, outOffset + 10 * step);
    e11.intoArray(out, outOffset + 11 * step);
    e12.intoArray(out, outOffset + 12 * step);
    e13.intoArray(out, outOffset + 13 * step);
    e14.intoArray(out, outOffset + 14 * step);
    e15.intoArray(out, outOffset + 15 * step);
  }

  /// Lanes whose numbers differ in one bit change places.
  private static VectorShuffle<Float> exchange(int bit) {
    return VectorShuffle.fromOp(SPECIES, lane -> (lane ^ bit) % SPECIES.length());
  }

  /// The lanes whose numbers have a bit.
  private static VectorMask<Float> with(int bit) {
    boolean[] lanes = new boolean[SPECIES.length()];
    for (int lane = 0; lane < lanes.length; lane++) {
      lanes[lane] = (lane & bit) != 0;
    }
    return VectorMask.fromArray(SPECIES, lanes, 0);
  }
}
