package io.gradus.experiments.run;

import io.gradus.tensor.DType;

/// Whether numbers are numbers, in a form that is one instruction for many of them.
final class Finite {
  private static final long EXPONENT = 0x7FF0_0000_0000_0000L;
  private static final long ONE_EXPONENT = 0x0010_0000_0000_0000L;

  private Finite() {}

  /// Whether all are finite in a type; a double that is too large for a float is not.
  static boolean all(double[] numbers, DType type) {
    return type == DType.FLOAT32 ? allBelow(numbers, Float.MAX_VALUE) : all(numbers);
  }

  private static boolean allBelow(double[] numbers, double largest) {
    double furthest = 0;
    for (double number : numbers) {
      furthest = Math.max(furthest, Math.abs(number)); // NaN stays
    }
    return furthest <= largest;
  }

  /// The exponent of an infinity or NaN has every bit set, so that one more reaches the sign.
  private static boolean all(double[] numbers) {
    long odd = 0;
    for (double number : numbers) {
      odd |= (Double.doubleToRawLongBits(number) & EXPONENT) + ONE_EXPONENT;
    }
    return odd >= 0;
  }
}
