package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.SQRT;

import io.gradus.kernels.UnaryFunction;
import jdk.incubator.vector.FloatVector;

/// The elementwise functions of one number, one loop each.
///
/// A loop that took its function as an argument would call it, and make an object of every vector.
final class VectorMaps {
  private VectorMaps() {}

  /// As [Kernels#map], for every function but `sin` and `cos`.
  ///
  /// The loops know whole vectors only: the last elements go through a vector of their own.
  static void map(UnaryFunction f, float[] x, int xo, float[] out, int oo, int n) {
    int whole = SPECIES.loopBound(n);
    loop(f, x, xo, out, oo, whole);
    if (whole < n) {
      float[] last = new float[COUNT];
      System.arraycopy(x, xo + whole, last, 0, n - whole);
      loop(f, last, 0, last, 0, COUNT);
      System.arraycopy(last, 0, out, oo + whole, n - whole);
    }
  }

  private static void loop(
      UnaryFunction f, float[] from, int at, float[] out, int outAt, int count) {
    switch (f) {
      case NEGATE -> negate(from, at, out, outAt, count);
      case ABSOLUTE -> absolute(from, at, out, outAt, count);
      case SIGN -> sign(from, at, out, outAt, count);
      case EXP -> VectorExponentials.exp(from, at, out, outAt, count);
      case EXPM1 -> VectorExponentials.expm1(from, at, out, outAt, count);
      case LOG -> VectorLogarithms.log(from, at, out, outAt, count);
      case LOG1P -> VectorLogarithms.log1p(from, at, out, outAt, count);
      case SQRT -> sqrt(from, at, out, outAt, count);
      case RECIPROCAL -> reciprocal(from, at, out, outAt, count);
      case TANH -> VectorExponentials.tanh(from, at, out, outAt, count);
      case SIGMOID -> VectorExponentials.sigmoid(from, at, out, outAt, count);
      case RELU -> relu(from, at, out, outAt, count);
      case ERF -> VectorExponentials.erf(from, at, 1, out, outAt, count);
      case SIN, COS -> throw new IllegalArgumentException(f + " has no vector form");
    }
  }

  private static void negate(float[] from, int at, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector x = fromArray(SPECIES, from, at + i);
      x.neg().intoArray(out, outAt + i);
    }
  }

  private static void absolute(float[] from, int at, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector x = fromArray(SPECIES, from, at + i);
      x.lanewise(ABS).intoArray(out, outAt + i);
    }
  }

  private static void sign(float[] from, int at, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector x = fromArray(SPECIES, from, at + i);
      x.blend(-1, x.compare(LT, 0)).blend(1, x.compare(GT, 0)).intoArray(out, outAt + i);
    }
  }

  private static void sqrt(float[] from, int at, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector x = fromArray(SPECIES, from, at + i);
      x.lanewise(SQRT).intoArray(out, outAt + i);
    }
  }

  private static void reciprocal(float[] from, int at, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector x = fromArray(SPECIES, from, at + i);
      broadcast(SPECIES, 1).div(x).intoArray(out, outAt + i);
    }
  }

  private static void relu(float[] from, int at, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector x = fromArray(SPECIES, from, at + i);
      x.blend(0, x.compare(LT, 0)).intoArray(out, outAt + i);
    }
  }
}
