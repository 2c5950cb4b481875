package io.gradus.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FloatMathTest {
  private static final float INFINITY = Float.POSITIVE_INFINITY;
  private static final float SMALLEST = Float.MIN_VALUE;

  /// A float function beside the double function that it approximates.
  record Pair(String name, Function f, DoubleUnaryOperator truth) {
    @Override
    public String toString() {
      return name;
    }

    /// The error in units of the last place of the float nearest to the truth; 0 where both are the
    /// same special number, infinite where only one is.
    double error(float x) {
      float y = f.of(x);
      double expected = truth.applyAsDouble(x);
      float nearest = (float) expected;
      if (Float.compare(y, nearest) == 0) {
        return 0;
      }
      double unit = Math.ulp(Float.isInfinite(nearest) ? Float.MAX_VALUE : nearest);
      double limit = Math.copySign(Math.min(Math.abs(y), 0x1p128), y);
      boolean sameSign = Math.copySign(1, y) == Math.copySign(1, nearest);
      return sameSign && !Float.isNaN(y) ? Math.abs(limit - expected) / unit : INFINITY;
    }
  }

  interface Function {
    float of(float x);
  }

  static Stream<Pair> pairs() {
    return Stream.of(
        new Pair("exp", FloatMath::exp, StrictMath::exp),
        new Pair("expm1", FloatMath::expm1, StrictMath::expm1),
        new Pair("log", FloatMath::log, StrictMath::log),
        new Pair("log1p", FloatMath::log1p, StrictMath::log1p),
        new Pair("tanh", FloatMath::tanh, StrictMath::tanh),
        new Pair("sigmoid", FloatMath::sigmoid, FloatMathTest::sigmoid),
        new Pair("erf", FloatMath::erf, DoubleMath::erf));
  }

  private static double sigmoid(double x) {
    double e = StrictMath.exp(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  /// All 512 signed exponents, each with 8,192 mantissas.
  @ParameterizedTest
  @MethodSource("pairs")
  void isTwoUnitsOffAtMostAtEveryExponent(Pair pair) {
    for (int exponent = 0; exponent < 512; exponent++) {
      for (int i = 0; i < 8192; i++) {
        float x = Float.intBitsToFloat(exponent << 23 | (i * 4099 & 0x7fffff));
        check(pair, x);
      }
    }
  }

  /// Where one formula gives way to another, and around the ends of the range.
  @ParameterizedTest
  @MethodSource("pairs")
  void isTwoUnitsOffAtMostAroundEveryBranch(Pair pair) {
    var branches =
        List.of(
            0f,
            SMALLEST,
            Float.MIN_NORMAL,
            0x1p-25f,
            0x1p-24f,
            0x1p-12f,
            0.3465736f,
            0.65f,
            0.70710677f,
            1f,
            1.0397208f,
            1.4142135f,
            2f,
            4f,
            9.01f,
            10f,
            16.6f,
            17.3f,
            18f,
            64f,
            87.33655f,
            88.37626f,
            88.72284f,
            89f,
            103.278f,
            103.97208f,
            104f,
            0x1p24f,
            0x1p26f,
            Float.MAX_VALUE);
    for (float branch : branches) {
      int bits = Float.floatToRawIntBits(branch);
      for (int near = Math.max(bits - 1000, 0); near < bits + 1000; near++) {
        float x = Float.intBitsToFloat(near);
        check(pair, x);
        check(pair, -x);
        check(pair, x - 1); // log1p's branches are log's, less 1
      }
    }
  }

  private static void check(Pair pair, float x) {
    if (!(pair.error(x) <= 2)) {
      assertThat(pair.error(x)).as("%s(%s) = %s", pair, x, pair.f().of(x)).isLessThanOrEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void ofNaNIsNaN(Pair pair) {
    assertThat(pair.f().of(Float.NaN)).isNaN();
    assertThat(pair.f().of(Float.intBitsToFloat(0xffc00001))).isNaN();
  }

  @Test
  void expHasTheRightLimits() {
    assertThat(FloatMath.exp(0)).isEqualTo(1);
    assertThat(FloatMath.exp(-0f)).isEqualTo(1);
    assertThat(FloatMath.exp(1)).isEqualTo(2.7182817f);
    assertThat(FloatMath.exp(INFINITY)).isEqualTo(INFINITY);
    assertThat(FloatMath.exp(-INFINITY)).isZero();
    assertThat(FloatMath.exp(88.72284f)).isEqualTo(INFINITY);
    assertThat(FloatMath.exp(88.72283f)).isFinite();
    assertThat(FloatMath.exp(-103.27893f)).isEqualTo(SMALLEST);
    assertThat(FloatMath.exp(-103.98f)).isZero();
  }

  @Test
  void expm1KeepsSmallNumbersAndTheSignOfZero() {
    assertThat(FloatMath.expm1(-0f)).isEqualTo(-0f);
    assertThat(FloatMath.expm1(0f)).isEqualTo(0f);
    assertThat(FloatMath.expm1(SMALLEST)).isEqualTo(SMALLEST);
    assertThat(FloatMath.expm1(-SMALLEST)).isEqualTo(-SMALLEST);
    assertThat(FloatMath.expm1(INFINITY)).isEqualTo(INFINITY);
    assertThat(FloatMath.expm1(-INFINITY)).isEqualTo(-1);
  }

  @Test
  void logHasTheRightLimits() {
    assertThat(FloatMath.log(0f)).isEqualTo(-INFINITY);
    assertThat(FloatMath.log(-0f)).isEqualTo(-INFINITY);
    assertThat(FloatMath.log(1)).isEqualTo(0f);
    assertThat(FloatMath.log(2)).isEqualTo(0.6931472f);
    assertThat(FloatMath.log(SMALLEST)).isEqualTo(-103.27893f);
    assertThat(FloatMath.log(-SMALLEST)).isNaN();
    assertThat(FloatMath.log(-INFINITY)).isNaN();
    assertThat(FloatMath.log(INFINITY)).isEqualTo(INFINITY);
  }

  @Test
  void log1pKeepsSmallNumbersAndTheSignOfZero() {
    assertThat(FloatMath.log1p(-0f)).isEqualTo(-0f);
    assertThat(FloatMath.log1p(0f)).isEqualTo(0f);
    assertThat(FloatMath.log1p(-SMALLEST)).isEqualTo(-SMALLEST);
    assertThat(FloatMath.log1p(-1)).isEqualTo(-INFINITY);
    assertThat(FloatMath.log1p(-1.0000001f)).isNaN();
    assertThat(FloatMath.log1p(INFINITY)).isEqualTo(INFINITY);
  }

  @Test
  void tanhIsOddAndSaturates() {
    assertThat(FloatMath.tanh(-0f)).isEqualTo(-0f);
    assertThat(FloatMath.tanh(0f)).isEqualTo(0f);
    assertThat(FloatMath.tanh(-SMALLEST)).isEqualTo(-SMALLEST);
    assertThat(FloatMath.tanh(-0.25f)).isEqualTo(-FloatMath.tanh(0.25f));
    assertThat(FloatMath.tanh(-2f)).isEqualTo(-FloatMath.tanh(2f));
    assertThat(FloatMath.tanh(INFINITY)).isEqualTo(1);
    assertThat(FloatMath.tanh(-INFINITY)).isEqualTo(-1);
  }

  @Test
  void sigmoidOfLargeNegativesIsTheirExponential() {
    assertThat(FloatMath.sigmoid(0)).isEqualTo(0.5f);
    assertThat(FloatMath.sigmoid(-100)).isEqualTo((float) StrictMath.exp(-100)).isPositive();
    assertThat(FloatMath.sigmoid(-INFINITY)).isEqualTo(0f);
    assertThat(FloatMath.sigmoid(17.5f)).isEqualTo(1);
    assertThat(FloatMath.sigmoid(INFINITY)).isEqualTo(1);
  }

  @Test
  void erfIsOddAndSaturates() {
    assertThat(FloatMath.erf(-0f)).isEqualTo(-0f);
    assertThat(FloatMath.erf(0f)).isEqualTo(0f);
    assertThat(FloatMath.erf(0.5f)).isEqualTo(0.5204999f);
    assertThat(FloatMath.erf(-2f)).isEqualTo(-FloatMath.erf(2f));
    assertThat(FloatMath.erf(INFINITY)).isEqualTo(1);
    assertThat(FloatMath.erf(-INFINITY)).isEqualTo(-1);
  }
}
