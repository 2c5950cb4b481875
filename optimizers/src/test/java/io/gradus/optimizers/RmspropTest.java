package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RmspropTest {
  private static final Schedule LR = new Constant(0.5);
  private static final Offset<Double> ROUNDING = within(1e-15);

  /// s = 3/4 · 0 + 1/4 · 4² = 4, so that n = 4/2; then s = 3/4 · 4 + 1/4 · 2² = 4 and n = 2/2.
  @Test
  void theGradientIsDividedByItsSize() {
    var steps = Steps.of(new Rmsprop(LR, 0.75, 0, 0, false, 0), 10);
    assertThat(steps.after(0, 0.5, 4)).containsExactly(9);
    assertThat(steps.after(1, 0.5, 2)).containsExactly(8.5);
  }

  /// u = 2, then u = 2/2 + 1.
  @Test
  void theVelocityKeepsWhatIsAsked() {
    var steps = Steps.of(new Rmsprop(LR, 0.75, 0, 0.5, false, 0), 10);
    assertThat(steps.after(0, 0.5, 4)).containsExactly(9);
    assertThat(steps.after(1, 0.5, 2)).containsExactly(8);
    assertThat(steps.memory())
        .isInstanceOfSatisfying(
            Rmsprop.MovingSize.class, memory -> assertThat(memory.velocity()).containsExactly(2));
  }

  /// s = 4, a = 1/4 · 4 = 1, so that n = 4/√(4 - 1).
  @Test
  void centredItIsDividedByItsDeviation() {
    var steps = Steps.of(new Rmsprop(LR, 0.75, 0, 0, true, 0), 10);
    assertThat(steps.after(0, 0.5, 4))
        .containsExactly(new double[] {10 - 2 / Math.sqrt(3)}, ROUNDING);
  }

  /// s - a² of a gradient that is always 0.7 comes out below zero from the 54th step on.
  @Test
  void aDeviationOfNothingIsNoNegativeOne() {
    var steps = Steps.of(new Rmsprop(LR, 0.5, 1, 0, true, 0), 10);
    for (int t = 0; t < 200; t++) {
      steps.after(t, 0.001, 0.7);
    }
    assertThat(steps.w()[0]).isFinite().isLessThan(10);
  }

  @Test
  void theDecayIsPartOfTheGradient() {
    var steps = Steps.of(new Rmsprop(LR, 0.75, 0, 0, false, 0.5), 4);
    steps.after(0, 0.5, 2); // d = 2 + 4/2
    assertThat(steps.memory())
        .isInstanceOfSatisfying(
            Rmsprop.Size.class, memory -> assertThat(memory.square()).containsExactly(4));
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rmsprop(LR, 1, 0, 0, false, 0))
        .withMessage("alpha = 1.0 is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rmsprop(LR, 0.9, -1, 0, false, 0))
        .withMessage("eps = -1.0 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rmsprop(LR, 0.9, 0, 1, false, 0))
        .withMessage("momentum = 1.0 is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rmsprop(LR, 0.9, 0, 0, false, -1))
        .withMessage("decay = -1.0 must be at least 0");
  }
}
