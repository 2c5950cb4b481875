package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AdagradTest {
  private static final Schedule LR = new Constant(1);

  /// s = 3², then 3² + 4² = 5².
  @Test
  void theGradientIsDividedByTheSizeOfAllBefore() {
    var steps = Steps.of(new Adagrad(LR, 0, 0, 0, 0), 10);
    assertThat(steps.after(0, 1, 3)).containsExactly(9);
    assertThat(steps.after(1, 1, 4)).containsExactly(9 - 0.8);
  }

  @Test
  void theRateFallsByItself() {
    var steps = Steps.of(new Adagrad(LR, 0, 0.5, 0, 0), 10);
    assertThat(steps.after(0, 1, 3)).containsExactly(9);
    assertThat(steps.after(2, 1, 4)).containsExactly(9 - 0.4); // 1 / (1 + 0.5 · 2)
  }

  @Test
  void theSumMayStartAboveZero() {
    var steps = Steps.of(new Adagrad(LR, 0, 0, 16, 0), 10);
    assertThat(steps.memory().sum()).containsExactly(16);
    assertThat(steps.after(0, 1, 3)).containsExactly(10 - 3 / 5.0);
  }

  @Test
  void theDecayIsPartOfTheGradient() {
    var steps = Steps.of(new Adagrad(LR, 0, 0, 0, 0.5), 4);
    assertThat(steps.after(0, 1, 1)).containsExactly(3);
    assertThat(steps.memory().sum()).containsExactly(9); // (1 + 4/2)²
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adagrad(LR, -1, 0, 0, 0))
        .withMessage("eps = -1.0 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adagrad(LR, 0, -1, 0, 0))
        .withMessage("lr-decay = -1.0 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adagrad(LR, 0, 0, -1, 0))
        .withMessage("initial-accumulator = -1.0 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adagrad(LR, 0, 0, 0, -1))
        .withMessage("decay = -1.0 must be at least 0");
  }
}
