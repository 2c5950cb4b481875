package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.SQRT;

import io.gradus.kernels.Kernels;
import io.gradus.kernels.UnaryFunction;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// The elementwise functions of one number, one loop each.
///
/// A loop that took its function as an argument would call it, and make an object of every vector.
final class VectorMaps {
  private VectorMaps() {}

  /// As [Kernels#map]; what is no whole vector, on processors without masks, is left to `plain`.
  static void map(UnaryFunction f, float[] x, int xo, float[] out, int oo, int n, Kernels plain) {
    int whole = Lanes.whole(n);
    switch (f) {
      case NEGATE -> negate(x, xo, out, oo, whole);
      case ABSOLUTE -> absolute(x, xo, out, oo, whole);
      case SIGN -> sign(x, xo, out, oo, whole);
      case EXP -> exp(x, xo, out, oo, whole);
      case EXPM1 -> expm1(x, xo, out, oo, whole);
      case LOG -> log(x, xo, out, oo, whole);
      case LOG1P -> log1p(x, xo, out, oo, whole);
      case SQRT -> sqrt(x, xo, out, oo, whole);
      case RECIPROCAL -> reciprocal(x, xo, out, oo, whole);
      case TANH -> tanh(x, xo, out, oo, whole);
      case SIGMOID -> sigmoid(x, xo, out, oo, whole);
      case RELU -> relu(x, xo, out, oo, whole);
      case ERF -> erf(x, xo, out, oo, whole);
      case SIN, COS -> whole = 0;
    }
    if (whole < n) {
      plain.map(f, x, xo + whole, out, oo + whole, n - whole);
    }
  }

  private static void negate(float[] x, int xo, float[] out, int oo, int n) {
    int i = 0;
    for (; i < SPECIES.loopBound(n); i += Lanes.COUNT) {
      FloatVector v = fromArray(SPECIES, x, xo + i);
      v.neg().intoArray(out, oo + i);
    }
    if (i < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(i, n);
      FloatVector v = fromArray(SPECIES, x, xo + i, mask);
      v.neg().intoArray(out, oo + i, mask);
    }
  }

  private static void absolute(float[] x, int xo, float[] out, int oo, int n) {
    int i = 0;
    for (; i < SPECIES.loopBound(n); i += Lanes.COUNT) {
      FloatVector v = fromArray(SPECIES, x, xo + i);
      v.lanewise(ABS).intoArray(out, oo + i);
    }
    if (i < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(i, n);
      FloatVector v = fromArray(SPECIES, x, xo + i, mask);
      v.lanewise(ABS).intoArray(out, oo + i, mask);
    }
  }

  private static void sign(float[] x, int xo, float[] out, int oo, int n) {
    int i = 0;
    for (; i < SPECIES.loopBound(n); i += Lanes.COUNT) {
      FloatVector v = fromArray(SPECIES, x, xo + i);
      VectorMath.sign(v).intoArray(out, oo + i);
    }
    if (i < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(i, n);
      FloatVector v = fromArray(SPECIES, x, xo + i, mask);
      VectorMath.sign(v).intoArray(out, oo + i, mask);
    }
  }

  private static void exp(float[] x, int xo, float[] out, int oo, int n) {
    int i = 0;
    for (; i < SPECIES.loopBound(n); i += Lanes.COUNT) {
      FloatVector v = fromArray(SPECIES, x, xo + i);
      VectorMath.exp(v).intoArray(out, oo + i);
    }
    if (i < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(i, n);
      FloatVector v = fromArray(SPECIES, x, xo + i, mask);
      VectorMath.exp(v).intoArray(out, oo + i, mask);
    }
  }

  private static void expm1(float[] x, int xo, float[] out, int oo, int n) {
    int i = 0;
    for (; i < SPECIES.loopBound(n); i += Lanes.COUNT) {
      FloatVector v = fromArray(SPECIES, x, xo + i);
      VectorMath.expm1(v).intoArray(out, oo + i);
    }
    if (i < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(i, n);
      FloatVector v = fromArray(SPECIES, x, xo + i, mask);
      VectorMath.expm1(v).intoArray(out, oo + i, mask);
    }
  }

  private static void log(float[] x, int xo, float[] out, int oo, int n) {
    int i = 0;
    for (; i < SPECIES.loopBound(n); i += Lanes.COUNT) {
      FloatVector v = fromArray(SPECIES, x, xo + i);
      VectorMath.log(v).intoArray(out, oo + i);
    }
    if (i < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(i, n);
      FloatVector v = fromArray(SPECIES, x, xo + i, mask);
      VectorMath.log(v).intoArray(out, oo + i, mask);
    }
  }

  private static void log1p(float[] x, int xo, float[] out, int oo, int n) {
    int i = 0;
    for (; i < SPECIES.loopBound(n); i += Lanes.COUNT) {
      FloatVector v = fromArray(SPECIES, x, xo + i);
      VectorMath.log1p(v).intoArray(out, oo + i);
    }
    if (i < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(i, n);
      FloatVector v = fromArray(SPECIES, x, xo + i, mask);
      VectorMath.log1p(v).intoArray(out, oo + i, mask);
    }
  }

  private static void sqrt(float[] x, int xo, float[] out, int oo, int n) {
    int i = 0;
    for (; i < SPECIES.loopBound(n); i += Lanes.COUNT) {
      FloatVector v = fromArray(SPECIES, x, xo + i);
      v.lanewise(SQRT).intoArray(out, oo + i);
    }
    if (i < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(i, n);
      FloatVector v = fromArray(SPECIES, x, xo + i, mask);
      v.lanewise(SQRT).intoArray(out, oo + i, mask);
    }
  }

  private static void reciprocal(float[] x, int xo, float[] out, int oo, int n) {
    int i = 0;
    for (; i < SPECIES.loopBound(n); i += Lanes.COUNT) {
      FloatVector v = fromArray(SPECIES, x, xo + i);
      FloatVector.broadcast(SPECIES, 1).div(v).intoArray(out, oo + i);
    }
    if (i < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(i, n);
      FloatVector v = fromArray(SPECIES, x, xo + i, mask);
      FloatVector.broadcast(SPECIES, 1).div(v).intoArray(out, oo + i, mask);
    }
  }

  private static void tanh(float[] x, int xo, float[] out, int oo, int n) {
    int i = 0;
    for (; i < SPECIES.loopBound(n); i += Lanes.COUNT) {
      FloatVector v = fromArray(SPECIES, x, xo + i);
      VectorMath.tanh(v).intoArray(out, oo + i);
    }
    if (i < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(i, n);
      FloatVector v = fromArray(SPECIES, x, xo + i, mask);
      VectorMath.tanh(v).intoArray(out, oo + i, mask);
    }
  }

  private static void sigmoid(float[] x, int xo, float[] out, int oo, int n) {
    int i = 0;
    for (; i < SPECIES.loopBound(n); i += Lanes.COUNT) {
      FloatVector v = fromArray(SPECIES, x, xo + i);
      VectorMath.sigmoid(v).intoArray(out, oo + i);
    }
    if (i < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(i, n);
      FloatVector v = fromArray(SPECIES, x, xo + i, mask);
      VectorMath.sigmoid(v).intoArray(out, oo + i, mask);
    }
  }

  private static void relu(float[] x, int xo, float[] out, int oo, int n) {
    int i = 0;
    for (; i < SPECIES.loopBound(n); i += Lanes.COUNT) {
      FloatVector v = fromArray(SPECIES, x, xo + i);
      v.blend(0, v.compare(LT, 0)).intoArray(out, oo + i);
    }
    if (i < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(i, n);
      FloatVector v = fromArray(SPECIES, x, xo + i, mask);
      v.blend(0, v.compare(LT, 0)).intoArray(out, oo + i, mask);
    }
  }

  private static void erf(float[] x, int xo, float[] out, int oo, int n) {
    int i = 0;
    for (; i < SPECIES.loopBound(n); i += Lanes.COUNT) {
      FloatVector v = fromArray(SPECIES, x, xo + i);
      VectorMath.erf(v).intoArray(out, oo + i);
    }
    if (i < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(i, n);
      FloatVector v = fromArray(SPECIES, x, xo + i, mask);
      VectorMath.erf(v).intoArray(out, oo + i, mask);
    }
  }
}
