package io.gradus.kernels.vector;

import static io.gradus.kernels.FloatPolynomials.*;
import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/// The functions of [FloatMath] that are made of `eˣ`, over whole vectors.
///
/// The operations are explained there. Each loop stands alone and calls nothing but vector
/// operations: C2 stops inlining other methods in a loop this large, and makes an object of every
/// vector that it hands to one.
final class VectorExponentials {
  private VectorExponentials() {}

  private static final int ONE = 0x3f800000;
  private static final int SIGN = 0x80000000;
  private static final int EXPONENT = 23;

  static void exp(float[] from, int at, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector x = fromArray(SPECIES, from, at + i);
      FloatVector t = x.fma(LOG2_E, ROUND);
      FloatVector n = t.sub(ROUND);
      FloatVector r = n.fma(broadcast(SPECIES, -LN2_HIGH), x);
      r = n.fma(broadcast(SPECIES, -LN2_LOW), r);
      FloatVector q = r.fma(EXP_4, EXP_3);
      q = r.fma(q, broadcast(SPECIES, EXP_2));
      q = r.fma(q, broadcast(SPECIES, EXP_1));
      q = r.fma(q, broadcast(SPECIES, EXP_0));
      FloatVector p = r.mul(r).fma(q, r);
      IntVector m = t.reinterpretAsInts();
      IntVector half = m.lanewise(ASHR, 1).lanewise(LSHL, EXPONENT);
      IntVector other = m.lanewise(LSHL, EXPONENT).sub(half);
      FloatVector y = p.add(1);
      y = y.mul(half.add(ONE).reinterpretAsFloats()).mul(other.add(ONE).reinterpretAsFloats());
      y = y.blend(Float.POSITIVE_INFINITY, x.compare(GT, EXP_OVERFLOW));
      y = y.blend(0, x.compare(LT, EXP_UNDERFLOW));
      y.intoArray(out, outAt + i);
    }
  }

  static void expm1(float[] from, int at, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector x = fromArray(SPECIES, from, at + i);
      FloatVector t = x.fma(LOG2_E, ROUND);
      FloatVector n = t.sub(ROUND);
      FloatVector r = n.fma(broadcast(SPECIES, -LN2_HIGH), x);
      r = n.fma(broadcast(SPECIES, -LN2_LOW), r);
      FloatVector q = r.fma(EXP_4, EXP_3);
      q = r.fma(q, broadcast(SPECIES, EXP_2));
      q = r.fma(q, broadcast(SPECIES, EXP_1));
      q = r.fma(q, broadcast(SPECIES, EXP_0));
      FloatVector p = r.mul(r).fma(q, r);
      FloatVector half =
          t.sub(1).reinterpretAsInts().lanewise(LSHL, EXPONENT).add(ONE).reinterpretAsFloats();
      FloatVector y = p.fma(half, half.sub(0.5f)).mul(2);
      y = y.blend(Float.POSITIVE_INFINITY, x.compare(GT, EXP_OVERFLOW));
      y = y.blend(-1, x.compare(LT, EXPM1_SATURATED));
      y = y.blend(x, x.lanewise(ABS).compare(LT, TINY));
      y.intoArray(out, outAt + i);
    }
  }

  static void tanh(float[] from, int at, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector x = fromArray(SPECIES, from, at + i);
      FloatVector s = x.mul(x);
      FloatVector near = s.fma(TANH_4, TANH_3);
      near = s.fma(near, broadcast(SPECIES, TANH_2));
      near = s.fma(near, broadcast(SPECIES, TANH_1));
      near = s.fma(near, broadcast(SPECIES, TANH_0));
      FloatVector a = x.lanewise(ABS);
      near = a.mul(s).fma(near, a);

      FloatVector twice = a.add(a);
      FloatVector t = twice.fma(LOG2_E, ROUND);
      FloatVector n = t.sub(ROUND);
      FloatVector r = n.fma(broadcast(SPECIES, -LN2_HIGH), twice);
      r = n.fma(broadcast(SPECIES, -LN2_LOW), r);
      FloatVector q = r.fma(EXP_4, EXP_3);
      q = r.fma(q, broadcast(SPECIES, EXP_2));
      q = r.fma(q, broadcast(SPECIES, EXP_1));
      q = r.fma(q, broadcast(SPECIES, EXP_0));
      FloatVector p = r.mul(r).fma(q, r);
      FloatVector power =
          t.reinterpretAsInts().lanewise(LSHL, EXPONENT).add(ONE).reinterpretAsFloats();
      FloatVector e = p.fma(power, power.add(1));
      FloatVector y = broadcast(SPECIES, 1).sub(broadcast(SPECIES, 2).div(e));
      y = y.blend(1, a.compare(GT, TANH_SATURATED)).blend(near, a.compare(LT, TANH_NEAR));
      IntVector sign = x.reinterpretAsInts().and(SIGN);
      y = y.reinterpretAsInts().and(~SIGN).or(sign).reinterpretAsFloats();
      y.intoArray(out, outAt + i);
    }
  }

  static void sigmoid(float[] from, int at, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector x = fromArray(SPECIES, from, at + i);
      FloatVector a = x.lanewise(ABS);
      FloatVector t = a.fma(LOG2_E, ROUND);
      FloatVector n = t.sub(ROUND);
      FloatVector r = n.fma(broadcast(SPECIES, -LN2_HIGH), a);
      r = n.fma(broadcast(SPECIES, -LN2_LOW), r);
      FloatVector q = r.fma(EXP_4, EXP_3);
      q = r.fma(q, broadcast(SPECIES, EXP_2));
      q = r.fma(q, broadcast(SPECIES, EXP_1));
      q = r.fma(q, broadcast(SPECIES, EXP_0));
      FloatVector p = r.mul(r).fma(q, r);
      FloatVector scale = broadcast(SPECIES, 1).blend(SIGMOID_SCALE, a.compare(GT, SIGMOID_LARGE));
      IntVector exponent = t.reinterpretAsInts().lanewise(LSHL, EXPONENT);
      FloatVector power = exponent.add(scale.reinterpretAsInts()).reinterpretAsFloats();
      FloatVector sum = power.add(scale);
      FloatVector lost = scale.sub(sum.sub(power));
      FloatVector y = scale.div(sum.add(p.fma(power, lost)));
      y = y.blend(0, a.compare(GT, -EXP_UNDERFLOW));
      y = broadcast(SPECIES, 1).sub(y).blend(y, x.compare(LT, 0));
      y.intoArray(out, outAt + i);
    }
  }

  /// `out = erf(scale x)`. Where all of a vector are below 1, as most activations are, what is only
  /// for larger ones is left out.
  static void erf(float[] from, int at, float scale, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector x = fromArray(SPECIES, from, at + i).mul(scale);
      FloatVector s = x.mul(x);
      FloatVector near = s.fma(ERF_6, ERF_5);
      near = s.fma(near, broadcast(SPECIES, ERF_4));
      near = s.fma(near, broadcast(SPECIES, ERF_3));
      near = s.fma(near, broadcast(SPECIES, ERF_2));
      near = s.fma(near, broadcast(SPECIES, ERF_1));
      near = s.fma(near, broadcast(SPECIES, ERF_0));
      FloatVector a = x.lanewise(ABS);
      near = a.fma(near, a);

      FloatVector y = near;
      VectorMask<Float> small = a.compare(LT, 1);
      if (!small.allTrue()) {
        FloatVector g = a.fma(ERFC_6, ERFC_5);
        g = a.fma(g, broadcast(SPECIES, ERFC_4));
        g = a.fma(g, broadcast(SPECIES, ERFC_3));
        g = a.fma(g, broadcast(SPECIES, ERFC_2));
        g = a.fma(g, broadcast(SPECIES, ERFC_1));
        g = a.fma(g, broadcast(SPECIES, ERFC_0));
        g = a.fma(g, a.neg());
        FloatVector t = g.fma(LOG2_E, ROUND);
        FloatVector n = t.sub(ROUND);
        FloatVector r = n.fma(broadcast(SPECIES, -LN2_HIGH), g);
        r = n.fma(broadcast(SPECIES, -LN2_LOW), r);
        FloatVector q = r.fma(EXP_4, EXP_3);
        q = r.fma(q, broadcast(SPECIES, EXP_2));
        q = r.fma(q, broadcast(SPECIES, EXP_1));
        q = r.fma(q, broadcast(SPECIES, EXP_0));
        FloatVector p = r.mul(r).fma(q, r);
        FloatVector power =
            t.reinterpretAsInts().lanewise(LSHL, EXPONENT).add(ONE).reinterpretAsFloats();
        y = broadcast(SPECIES, 1).sub(p.add(1).mul(power));
        y = y.blend(1, a.compare(GT, ERF_SATURATED)).blend(near, small);
      }
      IntVector sign = x.reinterpretAsInts().and(SIGN);
      y = y.reinterpretAsInts().and(~SIGN).or(sign).reinterpretAsFloats();
      y.intoArray(out, outAt + i);
    }
  }
}
