package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import io.gradus.kernels.Gate;
import jdk.incubator.vector.FloatVector;

/// Gelu and its slopes, in short loops over blocks: [VectorExponentials] says why none may be much
/// longer than its error function. What is between stands where the results will.
final class VectorGelu {
  private VectorGelu() {}

  private static final float SHRINKING = (float) Gate.SHRINKING;
  private static final float DENSITY = (float) Gate.DENSITY;

  /// Numbers that stay in the first cache from loop to loop.
  private static final int BLOCK = 1024;

  /// As [io.gradus.kernels.Kernels#gate].
  static void values(float[] x, int xo, float[] out, int oo, int n) {
    int whole = SPECIES.loopBound(n);
    for (int i = 0; i < whole; i += BLOCK) {
      block(x, xo + i, out, oo + i, Math.min(BLOCK, whole - i));
    }
    if (whole < n) {
      float[] last = new float[COUNT];
      float[] y = new float[COUNT];
      System.arraycopy(x, xo + whole, last, 0, n - whole);
      block(last, 0, y, 0, COUNT);
      System.arraycopy(y, 0, out, oo + whole, n - whole);
    }
  }

  /// As [io.gradus.kernels.Kernels#gateWithSlopes].
  static void valuesAndSlopes(
      float[] x, int xo, float[] out, int oo, float[] slopes, int so, int n) {
    int whole = SPECIES.loopBound(n);
    for (int i = 0; i < whole; i += BLOCK) {
      block(x, xo + i, out, oo + i, slopes, so + i, Math.min(BLOCK, whole - i));
    }
    if (whole < n) {
      float[] last = new float[COUNT];
      float[] y = new float[COUNT];
      float[] steep = new float[COUNT];
      System.arraycopy(x, xo + whole, last, 0, n - whole);
      block(last, 0, y, 0, steep, 0, COUNT);
      System.arraycopy(y, 0, out, oo + whole, n - whole);
      System.arraycopy(steep, 0, slopes, so + whole, n - whole);
    }
  }

  private static void block(float[] x, int at, float[] out, int outAt, int count) {
    VectorExponentials.erf(x, at, SHRINKING, out, outAt, count);
    products(x, at, out, outAt, count);
  }

  private static void block(
      float[] x, int at, float[] out, int outAt, float[] slopes, int slopesAt, int count) {
    VectorExponentials.erf(x, at, SHRINKING, out, outAt, count);
    exponents(x, at, slopes, slopesAt, count);
    VectorExponentials.exp(slopes, slopesAt, slopes, slopesAt, count);
    productsAndSlopes(x, at, out, outAt, slopes, slopesAt, count);
  }

  /// `out = -x²/2`
  private static void exponents(float[] x, int at, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector w = fromArray(SPECIES, x, at + i);
      w.mul(w).mul(-0.5f).intoArray(out, outAt + i);
    }
  }

  /// `out = x (1 + out) / 2`
  private static void products(float[] x, int at, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector share = fromArray(SPECIES, out, outAt + i).add(1).mul(0.5f);
      fromArray(SPECIES, x, at + i).mul(share).intoArray(out, outAt + i);
    }
  }

  /// [#products], and `slopes = (1 + out) / 2 + x slopes / √(2π)`, of what `out` was.
  private static void productsAndSlopes(
      float[] x, int at, float[] out, int outAt, float[] slopes, int slopesAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector w = fromArray(SPECIES, x, at + i);
      FloatVector share = fromArray(SPECIES, out, outAt + i).add(1).mul(0.5f);
      FloatVector steep = w.mul(fromArray(SPECIES, slopes, slopesAt + i).mul(DENSITY));
      w.mul(share).intoArray(out, outAt + i);
      share.add(steep).intoArray(slopes, slopesAt + i);
    }
  }
}
