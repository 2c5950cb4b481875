package io.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gradus.tensor.ShapeException;
import io.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class GradientComparisonTest {
  private static GradientComparison of(double byHand, double byAutograd) {
    return GradientComparison.of(
        "w", Tensor.of(new double[] {1, byHand}, 2), Tensor.of(new double[] {1, byAutograd}, 2));
  }

  @Test
  void equalNumbersAreExact() {
    assertThat(of(0.5, 0.5)).isEqualTo(new GradientComparison("w", true, true, 0));
    assertThat(of(-0.0, 0.0).exact()).isTrue();
  }

  @Test
  void nearNumbersAreApproximate() {
    assertThat(of(1000.0078125, 1000)) // 10⁻⁵ · 1000 away
        .isEqualTo(new GradientComparison("w", false, true, 0.0078125));
    assertThat(of(1e-9, 0).approximate()).isTrue();
  }

  @Test
  void otherNumbersAreNeither() {
    assertThat(of(1000.5, 1000)).isEqualTo(new GradientComparison("w", false, false, 0.5));
    assertThat(of(1e-7, 0).approximate()).isFalse();
    assertThat(of(Double.NaN, 0)).isEqualTo(new GradientComparison("w", false, false, Double.NaN));
    assertThat(of(Double.NaN, Double.NaN).approximate()).isFalse();
  }

  @Test
  void anotherShapeIsRefused() {
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() ->
            GradientComparison.of(
                "w", Tensor.of(new double[] {1, 2}, 2), Tensor.of(new double[] {1, 2}, 1, 2)))
        .withMessageMatching("the gradient of w is .* by hand and .* by autograd");
  }
}
