package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LionTest {
  private static final Schedule LR = new Constant(0.25);

  @Test
  void everyStepIsAsLongAsTheRate() {
    var steps = Steps.of(new Lion(LR, 0.5, 0.75, 0), 1, 1, 1);
    assertThat(steps.after(0, 0.25, 1000, -1e-9, 0)).containsExactly(0.75, 1.25, 1);
  }

  /// m = 1/4 · 8 = 2; then c = 2/2 - 3/2 < 0 and m = 3/4 · 2 - 3/4; then c = 0.75/2 - 0.5/2 > 0,
  /// against the gradient's own sign.
  @Test
  void theSignIsThatOfTwoMeans() {
    var steps = Steps.of(new Lion(LR, 0.5, 0.75, 0), 1);
    assertThat(steps.after(0, 0.25, 8)).containsExactly(0.75);
    assertThat(steps.memory().m()).containsExactly(2);
    assertThat(steps.after(1, 0.25, -3)).containsExactly(1);
    assertThat(steps.memory().m()).containsExactly(0.75);
    assertThat(steps.after(2, 0.25, -0.5)).containsExactly(0.75);
    assertThat(steps.memory().m()).containsExactly(0.4375);
  }

  @Test
  void theWeightDecaysBesideTheStep() {
    var steps = Steps.of(new Lion(LR, 0.5, 0.75, 0.5), 8);
    assertThat(steps.after(0, 0.25, 1)).containsExactly(8 - 0.25 * (1 + 0.5 * 8));
    assertThat(steps.memory().m()).containsExactly(0.25);
  }

  @Test
  void whatIsNoNumberIsNotHidden() {
    var steps = Steps.of(new Lion(LR, 0.5, 0.75, 0), 8);
    assertThat(steps.after(0, 0.25, Double.NaN)).containsExactly(Double.NaN);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lion(LR, 1, 0.99, 0))
        .withMessage("beta1 = 1.0 is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lion(LR, 0.9, 1, 0))
        .withMessage("beta2 = 1.0 is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lion(LR, 0.9, 0.99, -1))
        .withMessage("decay = -1.0 must be at least 0");
  }
}
