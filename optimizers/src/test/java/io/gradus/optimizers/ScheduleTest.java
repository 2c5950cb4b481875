package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void theConstantRateNeverChanges() {
    Schedule constant = new Constant(0.1);
    assertThat(constant.rate(0, 10)).isEqualTo(0.1);
    assertThat(constant.rate(9, 10)).isEqualTo(0.1);
  }

  @Test
  void theLineOfMicrogptNeverQuiteReachesItsEnd() {
    Schedule line = new Linear(0.01, 0);
    assertThat(line.rate(0, 1000)).isEqualTo(0.01);
    assertThat(line.rate(500, 1000)).isEqualTo(0.005);
    assertThat(line.rate(999, 1000)).isCloseTo(0.00001, within(1e-17));
  }

  /// The demo of micrograd: 1.0 - 0.9 k / 100.
  @Test
  void theLineOfMicrogradFallsFromOneToATenth() {
    Schedule line = new Linear(1, 0.1);
    assertThat(line.rate(0, 100)).isEqualTo(1);
    assertThat(line.rate(50, 100)).isEqualTo(0.55);
    assertThat(line.rate(100, 100)).isCloseTo(0.1, within(1e-16));
  }

  @Test
  void aLineMayRise() {
    assertThat(new Linear(0, 1).rate(3, 4)).isEqualTo(0.75);
  }

  @Test
  void ratesBelowZeroOrWithoutEndAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Constant(-0.1))
        .withMessage("value = -0.1 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Constant(Double.NaN))
        .withMessage("value = NaN must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Linear(-1, 0))
        .withMessage("from = -1.0 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Linear(1, Double.POSITIVE_INFINITY))
        .withMessage("to = Infinity must be at least 0");
  }
}
