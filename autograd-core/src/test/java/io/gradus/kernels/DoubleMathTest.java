package io.gradus.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubleMathTest {
  /// The values were computed with 40 digits.
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1124629160182849",
    "0.5, 0.5204998778130465",
    "0.8599, 0.7760464056124917",
    "0.86, 0.7761002683235567",
    "1.0, 0.8427007929497149",
    "1.5, 0.9661051464753108",
    "2.0, 0.9953222650189527",
    "2.5, 0.999593047982555",
    "3.0, 0.9999779095030014",
    "4.0, 0.9999999845827421",
    "5.5, 0.9999999999999927",
    "5.9, 0.9999999999999999"
  })
  void erfIsRightToTheLastPlace(double x, double erf) {
    assertThat(DoubleMath.erf(x)).isCloseTo(erf, within(Math.ulp(erf)));
    assertThat(DoubleMath.erf(-x)).isEqualTo(-DoubleMath.erf(x));
  }

  /// The series is as exact as doubles are while its terms stay small.
  @Test
  void erfFollowsItsSeries() {
    for (double x = 0x1p-20; x < 1; x += 0x1p-10) {
      double term = x;
      double sum = x;
      for (int n = 1; n < 40; n++) {
        term *= -x * x / n;
        sum += term / (2 * n + 1);
      }
      double erf = sum * 2 / Math.sqrt(Math.PI);
      assertThat(DoubleMath.erf(x)).isCloseTo(erf, within(16 * Math.ulp(erf)));
    }
  }

  @Test
  void erfHasTheRightLimits() {
    assertThat(DoubleMath.erf(-0.0)).isEqualTo(-0.0);
    assertThat(DoubleMath.erf(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    assertThat(DoubleMath.erf(Double.MIN_NORMAL)).isEqualTo(Double.MIN_NORMAL * 1.1283791670955126);
    assertThat(DoubleMath.erf(6)).isEqualTo(1);
    assertThat(DoubleMath.erf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(DoubleMath.erf(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    assertThat(DoubleMath.erf(Double.NaN)).isNaN();
  }

  @Test
  void tanhMakesTheLecturesNeuron() {
    assertThat(DoubleMath.tanh(0.8813735870195432)).isEqualTo(0.7071067811865476);
  }
}
