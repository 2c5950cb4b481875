package io.gradus.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradus.tensor.Tensor;

/// Numbers that a reader has computed by hand.
final class Near {
  private Near() {}

  /// That the numbers are these, to the rounding of a double.
  static void assertNear(Tensor actual, double... expected) {
    assertThat(actual.toDoubles()).containsExactly(expected, within(1e-14));
  }

  /// One example of two axes, `(1, T, C)`.
  static Tensor sequence(int channels, double... numbers) {
    return Tensor.of(numbers, 1, numbers.length / channels, channels);
  }
}
