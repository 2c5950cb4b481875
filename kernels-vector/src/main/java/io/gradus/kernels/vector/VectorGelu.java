package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import io.gradus.kernels.Gate;
import jdk.incubator.vector.FloatVector;

/// Gelu and its slopes, in short loops over blocks: [VectorExponentials] says why none may be much
/// longer than its error function.
final class VectorGelu {
  private VectorGelu() {}

  private static final float SHRINKING = (float) Gate.SHRINKING;
  private static final float DENSITY = (float) Gate.DENSITY;

  /// Numbers that stay in the first cache from loop to loop.
  private static final int BLOCK = 1024;

  /// As [io.gradus.kernels.Kernels#gate].
  static void values(float[] x, int xo, float[] out, int oo, int n) {
    int whole = SPECIES.loopBound(n);
    float[] erf = new float[Math.min(Math.max(whole, COUNT), BLOCK)];
    for (int i = 0; i < whole; i += BLOCK) {
      int count = Math.min(BLOCK, whole - i);
      erf(x, xo + i, erf, count);
      products(x, xo + i, erf, out, oo + i, count);
    }
    if (whole < n) {
      float[] last = new float[COUNT];
      System.arraycopy(x, xo + whole, last, 0, n - whole);
      erf(last, 0, erf, COUNT);
      products(last, 0, erf, last, 0, COUNT);
      System.arraycopy(last, 0, out, oo + whole, n - whole);
    }
  }

  /// As [io.gradus.kernels.Kernels#gateWithSlopes].
  static void valuesAndSlopes(
      float[] x, int xo, float[] out, int oo, float[] slopes, int so, int n) {
    int whole = SPECIES.loopBound(n);
    int block = Math.min(Math.max(whole, COUNT), BLOCK);
    float[] erf = new float[block];
    float[] density = new float[block];
    for (int i = 0; i < whole; i += BLOCK) {
      int count = Math.min(BLOCK, whole - i);
      erf(x, xo + i, erf, count);
      densities(x, xo + i, density, count);
      both(x, xo + i, erf, density, out, oo + i, slopes, so + i, count);
    }
    if (whole < n) {
      float[] last = new float[COUNT];
      System.arraycopy(x, xo + whole, last, 0, n - whole);
      erf(last, 0, erf, COUNT);
      densities(last, 0, density, COUNT);
      both(last, 0, erf, density, last, 0, density, 0, COUNT);
      System.arraycopy(last, 0, out, oo + whole, n - whole);
      System.arraycopy(density, 0, slopes, so + whole, n - whole);
    }
  }

  /// `out = erf(x √½)`
  private static void erf(float[] x, int at, float[] out, int count) {
    for (int i = 0; i < count; i += COUNT) {
      fromArray(SPECIES, x, at + i).mul(SHRINKING).intoArray(out, i);
    }
    VectorExponentials.erf(out, 0, out, 0, count);
  }

  /// `out = e^(-x²/2)`
  private static void densities(float[] x, int at, float[] out, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector w = fromArray(SPECIES, x, at + i);
      w.mul(w).mul(-0.5f).intoArray(out, i);
    }
    VectorExponentials.exp(out, 0, out, 0, count);
  }

  /// `out = x (1 + erf) / 2`
  private static void products(float[] x, int at, float[] erf, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector share = fromArray(SPECIES, erf, i).add(1).mul(0.5f);
      fromArray(SPECIES, x, at + i).mul(share).intoArray(out, outAt + i);
    }
  }

  /// [#products], and `slopes = (1 + erf) / 2 + x e^(-x²/2) / √(2π)`.
  private static void both(
      float[] x,
      int at,
      float[] erf,
      float[] density,
      float[] out,
      int outAt,
      float[] slopes,
      int slopesAt,
      int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector w = fromArray(SPECIES, x, at + i);
      FloatVector share = fromArray(SPECIES, erf, i).add(1).mul(0.5f);
      FloatVector steep = w.mul(fromArray(SPECIES, density, i).mul(DENSITY));
      w.mul(share).intoArray(out, outAt + i);
      share.add(steep).intoArray(slopes, slopesAt + i);
    }
  }
}
