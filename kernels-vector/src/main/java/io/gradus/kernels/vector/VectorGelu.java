package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import io.gradus.kernels.Gate;
import jdk.incubator.vector.FloatVector;

/// Gelu and its gradient, in short loops over blocks: [VectorExponentials] says why none may be
/// much longer than its error function.
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

  /// As [io.gradus.kernels.Kernels#gateGradient].
  static void gradients(float[] dy, int dyo, float[] x, int xo, float[] out, int oo, int n) {
    int whole = SPECIES.loopBound(n);
    float[] erf = new float[Math.min(Math.max(whole, COUNT), BLOCK)];
    for (int i = 0; i < whole; i += BLOCK) {
      int count = Math.min(BLOCK, whole - i);
      erf(x, xo + i, erf, count);
      slopes(dy, dyo + i, x, xo + i, erf, out, oo + i, count);
    }
    if (whole < n) {
      float[] above = new float[COUNT];
      float[] last = new float[COUNT];
      System.arraycopy(dy, dyo + whole, above, 0, n - whole);
      System.arraycopy(x, xo + whole, last, 0, n - whole);
      erf(last, 0, erf, COUNT);
      slopes(above, 0, last, 0, erf, last, 0, COUNT);
      System.arraycopy(last, 0, out, oo + whole, n - whole);
    }
  }

  /// `out = erf(x √½)`
  private static void erf(float[] x, int at, float[] out, int count) {
    for (int i = 0; i < count; i += COUNT) {
      fromArray(SPECIES, x, at + i).mul(SHRINKING).intoArray(out, i);
    }
    VectorExponentials.erf(out, 0, out, 0, count);
  }

  /// `out = x (1 + erf) / 2`
  private static void products(float[] x, int at, float[] erf, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector share = fromArray(SPECIES, erf, i).add(1).mul(0.5f);
      fromArray(SPECIES, x, at + i).mul(share).intoArray(out, outAt + i);
    }
  }

  /// `out = dy ((1 + erf) / 2 + x e^(-x²/2) / √(2π))`
  private static void slopes(
      float[] dy, int above, float[] from, int at, float[] erf, float[] out, int outAt, int count) {
    float[] density = new float[count];
    for (int i = 0; i < count; i += COUNT) {
      FloatVector w = fromArray(SPECIES, from, at + i);
      w.mul(w).mul(-0.5f).intoArray(density, i);
    }
    VectorExponentials.exp(density, 0, density, 0, count);
    for (int i = 0; i < count; i += COUNT) {
      FloatVector w = fromArray(SPECIES, from, at + i);
      FloatVector share = fromArray(SPECIES, erf, i).add(1).mul(0.5f);
      FloatVector slope = share.add(w.mul(fromArray(SPECIES, density, i).mul(DENSITY)));
      fromArray(SPECIES, dy, above + i).mul(slope).intoArray(out, outAt + i);
    }
  }
}
