package io.gradus.experiments.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DigitsTest {
  @Test
  void fourDigitsCount() {
    assertThat(Digits.four(0.5)).isEqualTo("0.5000");
    assertThat(Digits.four(-12.345678)).isEqualTo("-12.35");
    assertThat(Digits.four(0.000123456)).isEqualTo("0.0001235");
    assertThat(Digits.four(2.5e-7)).isEqualTo("2.500e-07");
    assertThat(Digits.four(1e-100)).isEqualTo("1.000e-100");
    assertThat(Digits.four(12345.6)).isEqualTo("12346");
    assertThat(Digits.four(1.23456e9)).isEqualTo("1.235e09");
    assertThat(Digits.four(9.9999e-1)).isEqualTo("1.000");
    assertThat(Digits.four(-0.0)).isEqualTo("0");
    assertThat(Digits.four(Double.NaN)).isEqualTo("NaN");
    assertThat(Digits.four(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
  }

  @Test
  void coordinatesHaveNoDecimalsThatSayNothing() {
    assertThat(Digits.fixed(1.5, 2)).isEqualTo("1.5");
    assertThat(Digits.fixed(100, 2)).isEqualTo("100");
    assertThat(Digits.fixed(-0.001, 2)).isEqualTo("0");
    assertThat(Digits.decimals(0.5, 2)).isEqualTo("0.50");
  }

  @Test
  void roundNumbersAreShort() {
    assertThat(Digits.round(new BigDecimal("0.25"))).isEqualTo("0.25");
    assertThat(Digits.round(new BigDecimal("2E+4"))).isEqualTo("20,000");
    assertThat(Digits.round(new BigDecimal("1E-9"))).isEqualTo("1e-09");
    assertThat(Digits.round(new BigDecimal("0.0"))).isEqualTo("0");
    assertThat(Digits.grouped(-1234567)).isEqualTo("-1,234,567");
  }
}
