package io.gradus.experiments.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as text, the same on every machine.
public final class Digits {
  /// From 10 to the power of this on, a number is written with an exponent.
  private static final int LARGE = 7;

  /// Up to 10 to the power of this, too.
  private static final int SMALL = -5;

  private Digits() {}

  /// With so many decimals at most, and none that says nothing: `0.5`, `12`.
  public static String fixed(double number, int decimals) {
    BigDecimal rounded = new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /// With exactly so many decimals: `0.50`, `12.00`.
  public static String decimals(double number, int decimals) {
    return Double.isFinite(number)
        ? new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
        : Double.toString(number);
  }

  /// With four digits that count: `0.5000`, `12.35`, `2.500e-07`; all digits before the point.
  public static String four(double number) {
    if (number == 0 || !Double.isFinite(number)) {
      return number == 0 ? "0" : Double.toString(number);
    }
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(4));
    int power = power(rounded);
    if (power > SMALL && power < LARGE) {
      int decimals = Math.max(0, 3 - power);
      return new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
    return scientific(rounded.movePointLeft(power).setScale(3, RoundingMode.HALF_EVEN), power);
  }

  /// With commas between thousands: `20,000`.
  public static String grouped(long number) {
    return grouped(Long.toString(number));
  }

  /// A round number in as few digits as it has: `0.25`, `20,000`, `1e-9`.
  static String round(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    int power = power(number);
    if (power > SMALL && power < LARGE) {
      return grouped(number.stripTrailingZeros().toPlainString());
    }
    return scientific(number.movePointLeft(power).stripTrailingZeros(), power);
  }

  /// Of the first digit that is not 0.
  private static int power(BigDecimal number) {
    return number.precision() - number.scale() - 1;
  }

  private static String scientific(BigDecimal mantissa, int power) {
    String digits = Integer.toString(Math.abs(power));
    String sign = power < 0 ? "-" : "";
    return mantissa.toPlainString() + "e" + sign + (digits.length() == 1 ? "0" : "") + digits;
  }

  /// With commas between thousands.
  private static String grouped(String plain) {
    return plain.contains(".") ? plain : plain.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
  }
}
