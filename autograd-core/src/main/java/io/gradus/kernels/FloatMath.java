package io.gradus.kernels;

import static io.gradus.kernels.FloatPolynomials.*;
import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;
import static java.lang.Math.fma;

/// Functions of floats as fixed sequences of IEEE operations, at most 2 units in the last place
/// off.
///
/// Nothing branches on the data: every case is computed and one is selected at the end, so that the
/// lanes of a vector can do the same and give the same bits, on any processor. Where a result is
/// NaN, nothing is promised about its payload.
public final class FloatMath {
  private FloatMath() {}

  /// The bits of 1, a power of two whose exponent is 0.
  private static final int ONE = 0x3f800000;

  private static final int MANTISSA = 0x007fffff;

  /// Explicit bits of a float's mantissa: an exponent stands this far up.
  private static final int EXPONENT = 23;

  /// `eˣ = 2ⁿ eʳ` with `n = round(x / ln 2)`, `r = x - n ln 2` and `eʳ = 1 + r + r² q(r)`.
  ///
  /// `2ⁿ` is multiplied in two halves, so that results below the smallest normal number are rounded
  /// once.
  public static float exp(float x) {
    float t = fma(x, LOG2_E, ROUND);
    float y = expm1OfRest(x, t) + 1;
    int n = floatToRawIntBits(t);
    int half = n >> 1 << EXPONENT;
    int rest = (n << EXPONENT) - half;
    y = y * intBitsToFloat(half + ONE) * intBitsToFloat(rest + ONE);
    y = x > EXP_OVERFLOW ? Float.POSITIVE_INFINITY : y;
    return x < EXP_UNDERFLOW ? 0 : y;
  }

  /// `eʳ - 1 = r + r² q(r)`, where `r = x - n ln 2` and `n` is what [FloatPolynomials#ROUND] made
  /// of `t`.
  private static float expm1OfRest(float x, float t) {
    float n = t - ROUND;
    float r = fma(n, -LN2_HIGH, x);
    r = fma(n, -LN2_LOW, r);
    float q = fma(r, EXP_4, EXP_3);
    q = fma(r, q, EXP_2);
    q = fma(r, q, EXP_1);
    q = fma(r, q, EXP_0);
    return fma(r * r, q, r);
  }

  /// `2ⁿ`, where `n` is what [FloatPolynomials#ROUND] made of `t`.
  private static float powerOfTwo(float t) {
    return intBitsToFloat((floatToRawIntBits(t) << EXPONENT) + ONE);
  }

  /// `eˣ - 1 = 2ⁿ (eʳ - 1) + (2ⁿ - 1)`, with `n` and `r` as in [#exp].
  ///
  /// Computed with `2ⁿ⁻¹` and doubled: `2ⁿ` alone may be infinite.
  public static float expm1(float x) {
    float t = fma(x, LOG2_E, ROUND);
    float p = expm1OfRest(x, t);
    float half = powerOfTwo(t - 1);
    float y = 2 * fma(p, half, half - 0.5f);
    y = x > EXP_OVERFLOW ? Float.POSITIVE_INFINITY : y;
    y = x < EXPM1_SATURATED ? -1 : y;
    return Math.abs(x) < TINY ? x : y;
  }

  /// `ln x = k ln 2 + ln m` with `x = 2ᵏ m` and `√½ <= m < √2`.
  public static float log(float x) {
    boolean subnormal = x < Float.MIN_NORMAL;
    int bits = floatToRawIntBits(subnormal ? x * 0x1p23f : x) - SQRT_HALF;
    float k = (float) (bits >> EXPONENT) - (subnormal ? EXPONENT : 0);
    float m = intBitsToFloat((bits & MANTISSA) + SQRT_HALF);
    return logOrLimit(x, log(k, m - 1));
  }

  /// `ln (1 + x)`, by way of `u = 1 + x = 2ᵏ m`, where what the sum rounds off, divided by `2ᵏ`, is
  /// added to `m - 1`.
  public static float log1p(float x) {
    float u = 1 + x;
    float v = u - 1;
    float lost = (1 - (u - v)) + (x - v);
    int bits = floatToRawIntBits(u) - SQRT_HALF;
    int k = bits >> EXPONENT;
    float f = intBitsToFloat((bits & MANTISSA) + SQRT_HALF) - 1;
    float corrected = fma(lost, intBitsToFloat(ONE - (k << EXPONENT)), f);
    f = x < LOG1P_LARGE ? corrected : f;
    float y = logOrLimit(u, log((float) k, f));
    return Math.abs(x) < TINY ? x : y;
  }

  /// `k ln 2 + ln (1 + f)`, the latter as `f - f²/2 + f³ P(f)`.
  private static float log(float k, float f) {
    float p = fma(f, LOG_7, LOG_6);
    p = fma(f, p, LOG_5);
    p = fma(f, p, LOG_4);
    p = fma(f, p, LOG_3);
    p = fma(f, p, LOG_2);
    p = fma(f, p, LOG_1);
    p = fma(f, p, LOG_0);
    float square = f * f;
    float y = fma(f * square, p, k * LN2_LOW);
    y = f + fma(square, -0.5f, y);
    return fma(k, LN2_HIGH, y);
  }

  /// The logarithm `y` of `x`, or its value where `x` is not a positive finite number.
  private static float logOrLimit(float x, float y) {
    float limit = x < Float.POSITIVE_INFINITY ? y : x;
    limit = x < 0 ? Float.NaN : limit;
    return x == 0 ? Float.NEGATIVE_INFINITY : limit;
  }

  /// `x + x³ T(x²)` near 0, elsewhere `1 - 2 / (e^(2|x|) + 1)`, the sign put back.
  public static float tanh(float x) {
    float s = x * x;
    float near = fma(s, TANH_4, TANH_3);
    near = fma(s, near, TANH_2);
    near = fma(s, near, TANH_1);
    near = fma(s, near, TANH_0);
    float a = Math.abs(x);
    near = fma(a * s, near, a);

    float twice = a + a;
    float t = fma(twice, LOG2_E, ROUND);
    float power = powerOfTwo(t);
    float far = 1 - 2 / fma(expm1OfRest(twice, t), power, power + 1);
    far = a > TANH_SATURATED ? 1 : far;
    return Math.copySign(a < TANH_NEAR ? near : far, x);
  }

  /// `1 / (1 + e^|x|)`, taken from 1 unless `x` is negative.
  ///
  /// `e^|x|` is infinite before its reciprocal is 0, so both sides of the fraction are scaled for
  /// large `|x|`. What `2ⁿ + 1` rounds off is put back.
  public static float sigmoid(float x) {
    float a = Math.abs(x);
    float t = fma(a, LOG2_E, ROUND);
    float scale = a > SIGMOID_LARGE ? SIGMOID_SCALE : 1;
    float power = intBitsToFloat((floatToRawIntBits(t) << EXPONENT) + floatToRawIntBits(scale));
    float sum = power + scale;
    float lost = scale - (sum - power);
    float y = scale / (sum + fma(expm1OfRest(a, t), power, lost));
    y = a > -EXP_UNDERFLOW ? 0 : y;
    return x < 0 ? y : 1 - y;
  }

  /// The error function: `x + x E(x²)` up to 1, beyond it `1 - e^(x G(x) - x)`.
  public static float erf(float x) {
    float s = x * x;
    float near = fma(s, ERF_6, ERF_5);
    near = fma(s, near, ERF_4);
    near = fma(s, near, ERF_3);
    near = fma(s, near, ERF_2);
    near = fma(s, near, ERF_1);
    near = fma(s, near, ERF_0);
    float a = Math.abs(x);
    near = fma(a, near, a);

    float g = fma(a, ERFC_6, ERFC_5);
    g = fma(a, g, ERFC_4);
    g = fma(a, g, ERFC_3);
    g = fma(a, g, ERFC_2);
    g = fma(a, g, ERFC_1);
    g = fma(a, g, ERFC_0);
    g = fma(a, g, -a);
    float t = fma(g, LOG2_E, ROUND);
    float far = 1 - (expm1OfRest(g, t) + 1) * powerOfTwo(t);
    far = a > ERF_SATURATED ? 1 : far;
    return Math.copySign(a < 1 ? near : far, x);
  }
}
