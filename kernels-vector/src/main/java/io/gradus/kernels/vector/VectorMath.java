package io.gradus.kernels.vector;

import static io.gradus.kernels.FloatPolynomials.*;
import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/// The functions of [FloatMath] in lanes: the same operations in the same order, so the same bits.
///
/// The formulas are explained there. Each method is inlined into the loop that calls it; a vector
/// that crossed a real call would become an object.
final class VectorMath {
  private VectorMath() {}

  private static final int ONE = 0x3f800000;
  private static final int MANTISSA = 0x007fffff;
  private static final int SIGN = 0x80000000;
  private static final int EXPONENT = 23;

  private static FloatVector all(float x) {
    return FloatVector.broadcast(Lanes.SPECIES, x);
  }

  static FloatVector sign(FloatVector x) {
    FloatVector one = withSignOf(x, all(1));
    return x.blend(one, x.lanewise(ABS).compare(GT, 0));
  }

  static FloatVector exp(FloatVector x) {
    FloatVector t = x.fma(all(LOG2_E), all(ROUND));
    FloatVector y = expm1OfRest(x, t).add(1);
    IntVector n = t.reinterpretAsInts();
    IntVector half = n.lanewise(ASHR, 1).lanewise(LSHL, EXPONENT);
    IntVector rest = n.lanewise(LSHL, EXPONENT).sub(half);
    y = y.mul(half.add(ONE).reinterpretAsFloats()).mul(rest.add(ONE).reinterpretAsFloats());
    y = y.blend(Float.POSITIVE_INFINITY, x.compare(GT, EXP_OVERFLOW));
    return y.blend(0, x.compare(LT, EXP_UNDERFLOW));
  }

  private static FloatVector expm1OfRest(FloatVector x, FloatVector t) {
    FloatVector n = t.sub(ROUND);
    FloatVector r = n.fma(all(-LN2_HIGH), x);
    r = n.fma(all(-LN2_LOW), r);
    FloatVector q = r.fma(all(EXP_4), all(EXP_3));
    q = r.fma(q, all(EXP_2));
    q = r.fma(q, all(EXP_1));
    q = r.fma(q, all(EXP_0));
    return r.mul(r).fma(q, r);
  }

  private static FloatVector powerOfTwo(FloatVector t) {
    return t.reinterpretAsInts().lanewise(LSHL, EXPONENT).add(ONE).reinterpretAsFloats();
  }

  static FloatVector expm1(FloatVector x) {
    FloatVector t = x.fma(all(LOG2_E), all(ROUND));
    FloatVector p = expm1OfRest(x, t);
    FloatVector half = powerOfTwo(t.sub(1));
    FloatVector y = p.fma(half, half.sub(0.5f)).mul(2);
    y = y.blend(Float.POSITIVE_INFINITY, x.compare(GT, EXP_OVERFLOW));
    y = y.blend(-1, x.compare(LT, EXPM1_SATURATED));
    return y.blend(x, x.lanewise(ABS).compare(LT, TINY));
  }

  static FloatVector log(FloatVector x) {
    VectorMask<Float> subnormal = x.compare(LT, Float.MIN_NORMAL);
    IntVector bits = x.blend(x.mul(0x1p23f), subnormal).reinterpretAsInts().sub(SQRT_HALF);
    FloatVector k = (FloatVector) bits.lanewise(ASHR, EXPONENT).convert(I2F, 0);
    k = k.blend(k.sub(EXPONENT), subnormal);
    FloatVector m = bits.and(MANTISSA).add(SQRT_HALF).reinterpretAsFloats();
    return logOrLimit(x, log(k, m.sub(1)));
  }

  static FloatVector log1p(FloatVector x) {
    FloatVector u = x.add(1);
    FloatVector v = u.sub(1);
    FloatVector lost = all(1).sub(u.sub(v)).add(x.sub(v));
    IntVector bits = u.reinterpretAsInts().sub(SQRT_HALF);
    IntVector k = bits.lanewise(ASHR, EXPONENT);
    FloatVector f = bits.and(MANTISSA).add(SQRT_HALF).reinterpretAsFloats().sub(1);
    IntVector scale = k.lanewise(LSHL, EXPONENT).neg().add(ONE);
    FloatVector corrected = lost.fma(scale.reinterpretAsFloats(), f);
    f = f.blend(corrected, x.compare(LT, LOG1P_LARGE));
    FloatVector y = logOrLimit(u, log((FloatVector) k.convert(I2F, 0), f));
    return y.blend(x, x.lanewise(ABS).compare(LT, TINY));
  }

  private static FloatVector log(FloatVector k, FloatVector f) {
    FloatVector p = f.fma(all(LOG_7), all(LOG_6));
    p = f.fma(p, all(LOG_5));
    p = f.fma(p, all(LOG_4));
    p = f.fma(p, all(LOG_3));
    p = f.fma(p, all(LOG_2));
    p = f.fma(p, all(LOG_1));
    p = f.fma(p, all(LOG_0));
    FloatVector square = f.mul(f);
    FloatVector y = f.mul(square).fma(p, k.mul(LN2_LOW));
    y = f.add(square.fma(all(-0.5f), y));
    return k.fma(all(LN2_HIGH), y);
  }

  private static FloatVector logOrLimit(FloatVector x, FloatVector y) {
    FloatVector limit = x.blend(y, x.compare(LT, Float.POSITIVE_INFINITY));
    limit = limit.blend(Float.NaN, x.compare(LT, 0));
    return limit.blend(Float.NEGATIVE_INFINITY, x.compare(EQ, 0));
  }

  static FloatVector tanh(FloatVector x) {
    FloatVector s = x.mul(x);
    FloatVector near = s.fma(all(TANH_4), all(TANH_3));
    near = s.fma(near, all(TANH_2));
    near = s.fma(near, all(TANH_1));
    near = s.fma(near, all(TANH_0));
    FloatVector a = x.lanewise(ABS);
    near = a.mul(s).fma(near, a);

    FloatVector twice = a.add(a);
    FloatVector t = twice.fma(all(LOG2_E), all(ROUND));
    FloatVector power = powerOfTwo(t);
    FloatVector e = expm1OfRest(twice, t).fma(power, power.add(1));
    FloatVector far = all(1).sub(all(2).div(e));
    far = far.blend(1, a.compare(GT, TANH_SATURATED));
    return withSignOf(x, far.blend(near, a.compare(LT, TANH_NEAR)));
  }

  private static FloatVector withSignOf(FloatVector x, FloatVector magnitude) {
    IntVector sign = x.reinterpretAsInts().and(SIGN);
    return magnitude.reinterpretAsInts().and(~SIGN).or(sign).reinterpretAsFloats();
  }

  static FloatVector sigmoid(FloatVector x) {
    FloatVector a = x.lanewise(ABS);
    FloatVector t = a.fma(all(LOG2_E), all(ROUND));
    FloatVector scale = all(1).blend(SIGMOID_SCALE, a.compare(GT, SIGMOID_LARGE));
    IntVector exponent = t.reinterpretAsInts().lanewise(LSHL, EXPONENT);
    FloatVector power = exponent.add(scale.reinterpretAsInts()).reinterpretAsFloats();
    FloatVector sum = power.add(scale);
    FloatVector lost = scale.sub(sum.sub(power));
    FloatVector y = scale.div(sum.add(expm1OfRest(a, t).fma(power, lost)));
    y = y.blend(0, a.compare(GT, -EXP_UNDERFLOW));
    return all(1).sub(y).blend(y, x.compare(LT, 0));
  }

  static FloatVector erf(FloatVector x) {
    FloatVector s = x.mul(x);
    FloatVector near = s.fma(all(ERF_6), all(ERF_5));
    near = s.fma(near, all(ERF_4));
    near = s.fma(near, all(ERF_3));
    near = s.fma(near, all(ERF_2));
    near = s.fma(near, all(ERF_1));
    near = s.fma(near, all(ERF_0));
    FloatVector a = x.lanewise(ABS);
    near = a.fma(near, a);

    FloatVector g = a.fma(all(ERFC_6), all(ERFC_5));
    g = a.fma(g, all(ERFC_4));
    g = a.fma(g, all(ERFC_3));
    g = a.fma(g, all(ERFC_2));
    g = a.fma(g, all(ERFC_1));
    g = a.fma(g, all(ERFC_0));
    g = a.fma(g, a.neg());
    FloatVector t = g.fma(all(LOG2_E), all(ROUND));
    FloatVector far = all(1).sub(expm1OfRest(g, t).add(1).mul(powerOfTwo(t)));
    far = far.blend(1, a.compare(GT, ERF_SATURATED));
    return withSignOf(x, far.blend(near, a.compare(LT, 1)));
  }
}
