package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClippingTest {
  private static final Clipping NORM = new Clipping(Optional.of(2.0), Optional.empty());
  private static final Clipping VALUE = new Clipping(Optional.empty(), Optional.of(0.5));

  @Test
  @Tag("needs-data")
  void theNormIsLimitedAsTorchDoes() {
    TorchGoldens.Clipped golden = TorchGoldens.clipped();
    Clipping clipping = new Clipping(Optional.of(1.0), Optional.empty());
    double scale = clipping.scale(golden.norm());
    for (int i = 0; i < 2; i++) {
      double[] scaled = Arrays.stream(golden.gradients()[i]).map(g -> g * scale).toArray();
      assertThat(scaled).containsExactly(golden.clipped()[i], within(1e-10));
    }
  }

  @Test
  void longGradientsAreScaledDownAndShortOnesLeftAlone() {
    assertThat(NORM.scale(8)).isCloseTo(0.25, within(1e-7));
    assertThat(NORM.scale(8)).isLessThan(0.25); // 2 / 8.000001
    assertThat(NORM.scale(1.5)).isEqualTo(1);
    assertThat(NORM.scale(0)).isEqualTo(1);
    assertThat(NORM.clip(100)).isEqualTo(100);
  }

  @Test
  void eachNumberIsLimited() {
    double[] g = {-3, -0.5, 0.25, 7, Double.NEGATIVE_INFINITY};
    assertThat(Arrays.stream(g).map(VALUE::clip)).containsExactly(-0.5, -0.5, 0.25, 0.5, -0.5);
    VALUE.clip(g);
    assertThat(g).containsExactly(-0.5, -0.5, 0.25, 0.5, -0.5);
    assertThat(VALUE.scale(100)).isEqualTo(1);
  }

  @Test
  void theNormLeavesTheNumbersOfAnArrayAlone() {
    double[] g = {-3, 7};
    NORM.clip(g);
    assertThat(g).containsExactly(-3, 7);
  }

  @Test
  void whatIsNoNumberIsNotHidden() {
    assertThat(NORM.scale(Double.NaN)).isNaN();
    assertThat(VALUE.clip(Double.NaN)).isNaN();
  }

  @Test
  void oneOfTheTwoMustBeGiven() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Clipping(Optional.empty(), Optional.empty()))
        .withMessage("needs norm or value, and not both");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Clipping(Optional.of(1.0), Optional.of(1.0)))
        .withMessage("needs norm or value, and not both");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Clipping(Optional.of(0.0), Optional.empty()))
        .withMessage("norm = 0.0 must be above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Clipping(Optional.empty(), Optional.of(-1.0)))
        .withMessage("value = -1.0 must be above 0");
  }
}
