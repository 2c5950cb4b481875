package io.gradus.kernels.vector;

import static io.gradus.kernels.FloatPolynomials.*;
import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/// The logarithms of [FloatMath], over whole vectors; [VectorExponentials] says why they are long.
final class VectorLogarithms {
  private VectorLogarithms() {}

  private static final int ONE = 0x3f800000;
  private static final int MANTISSA = 0x007fffff;
  private static final int EXPONENT = 23;

  static void log(float[] from, int at, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector x = fromArray(SPECIES, from, at + i);
      VectorMask<Float> subnormal = x.compare(LT, Float.MIN_NORMAL);
      IntVector bits = x.blend(x.mul(0x1p23f), subnormal).reinterpretAsInts().sub(SQRT_HALF);
      FloatVector k = (FloatVector) bits.lanewise(ASHR, EXPONENT).convert(I2F, 0);
      k = k.blend(k.sub(EXPONENT), subnormal);
      FloatVector f = bits.and(MANTISSA).add(SQRT_HALF).reinterpretAsFloats().sub(1);
      FloatVector p = f.fma(LOG_7, LOG_6);
      p = f.fma(p, broadcast(SPECIES, LOG_5));
      p = f.fma(p, broadcast(SPECIES, LOG_4));
      p = f.fma(p, broadcast(SPECIES, LOG_3));
      p = f.fma(p, broadcast(SPECIES, LOG_2));
      p = f.fma(p, broadcast(SPECIES, LOG_1));
      p = f.fma(p, broadcast(SPECIES, LOG_0));
      FloatVector square = f.mul(f);
      FloatVector y = f.mul(square).fma(p, k.mul(LN2_LOW));
      y = f.add(square.fma(broadcast(SPECIES, -0.5f), y));
      y = k.fma(broadcast(SPECIES, LN2_HIGH), y);
      y = x.blend(y, x.compare(LT, Float.POSITIVE_INFINITY));
      y = y.blend(Float.NaN, x.compare(LT, 0));
      y = y.blend(Float.NEGATIVE_INFINITY, x.compare(EQ, 0));
      y.intoArray(out, outAt + i);
    }
  }

  static void log1p(float[] from, int at, float[] out, int outAt, int count) {
    for (int i = 0; i < count; i += COUNT) {
      FloatVector x = fromArray(SPECIES, from, at + i);
      FloatVector u = x.add(1);
      FloatVector v = u.sub(1);
      FloatVector lost = broadcast(SPECIES, 1).sub(u.sub(v)).add(x.sub(v));
      IntVector bits = u.reinterpretAsInts().sub(SQRT_HALF);
      IntVector exponent = bits.lanewise(ASHR, EXPONENT);
      FloatVector k = (FloatVector) exponent.convert(I2F, 0);
      FloatVector f = bits.and(MANTISSA).add(SQRT_HALF).reinterpretAsFloats().sub(1);
      IntVector scale = exponent.lanewise(LSHL, EXPONENT).neg().add(ONE);
      FloatVector corrected = lost.fma(scale.reinterpretAsFloats(), f);
      f = f.blend(corrected, x.compare(LT, LOG1P_LARGE));
      FloatVector p = f.fma(LOG_7, LOG_6);
      p = f.fma(p, broadcast(SPECIES, LOG_5));
      p = f.fma(p, broadcast(SPECIES, LOG_4));
      p = f.fma(p, broadcast(SPECIES, LOG_3));
      p = f.fma(p, broadcast(SPECIES, LOG_2));
      p = f.fma(p, broadcast(SPECIES, LOG_1));
      p = f.fma(p, broadcast(SPECIES, LOG_0));
      FloatVector square = f.mul(f);
      FloatVector y = f.mul(square).fma(p, k.mul(LN2_LOW));
      y = f.add(square.fma(broadcast(SPECIES, -0.5f), y));
      y = k.fma(broadcast(SPECIES, LN2_HIGH), y);
      y = u.blend(y, u.compare(LT, Float.POSITIVE_INFINITY));
      y = y.blend(Float.NaN, u.compare(LT, 0));
      y = y.blend(Float.NEGATIVE_INFINITY, u.compare(EQ, 0));
      y = y.blend(x, x.lanewise(ABS).compare(LT, TINY));
      y.intoArray(out, outAt + i);
    }
  }
}
