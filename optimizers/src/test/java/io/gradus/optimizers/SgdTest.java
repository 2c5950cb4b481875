package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SgdTest {
  private static final Schedule LR = new Constant(0.5);

  @Test
  void aStepGoesAgainstTheGradient() {
    Sgd sgd = new Sgd(LR);
    double[] w = {1, -2, 3};
    double[] g = {2, -4, 0};
    sgd.step(new Rule.Update(0, 0.5, 1), w, g, sgd.start(3));
    assertThat(w).containsExactly(0, 0, 3); // 1 - 0.5 · 2, -2 + 0.5 · 4, 3
    assertThat(g).containsExactly(2, -4, 0);
  }

  @Test
  void theRateIsThatOfTheUpdate() {
    Sgd sgd = new Sgd(LR);
    double[] w = {1};
    sgd.step(new Rule.Update(7, 0.25, 1), w, new double[] {2}, sgd.start(1));
    assertThat(w).containsExactly(0.5);
    sgd.step(new Rule.Update(8, 0, 1), w, new double[] {2}, sgd.start(1));
    assertThat(w).containsExactly(0.5);
  }

  @Test
  void withoutMomentumNothingIsRemembered() {
    assertThat(new Sgd(LR).start(3)).isEqualTo(new Sgd.Nothing());
  }

  /// u = 4, then u = 4/2 + 2.
  @Test
  void theVelocityKeepsWhatIsAsked() {
    var steps = Steps.of(new Sgd(LR, 0.5, 0, false, 0), 10);
    assertThat(steps.after(0, 0.5, 4)).containsExactly(8);
    assertThat(steps.after(1, 0.5, 2)).containsExactly(6);
  }

  /// u = 4, the first time in full, then u = 4/2 + 3/4 · 4.
  @Test
  void dampeningSparesTheFirstGradient() {
    var steps = Steps.of(new Sgd(LR, 0.5, 0.25, false, 0), 10);
    assertThat(steps.after(0, 0.5, 4)).containsExactly(8);
    assertThat(steps.after(1, 0.5, 4)).containsExactly(5.5);
  }

  /// 4 + 4/2; then u = 4 and 2 + 4/2.
  @Test
  void nesterovLooksOneStepAhead() {
    var steps = Steps.of(new Sgd(LR, 0.5, 0, true, 0), 10);
    assertThat(steps.after(0, 0.5, 4)).containsExactly(7);
    assertThat(steps.after(1, 0.5, 2)).containsExactly(5);
  }

  @Test
  void theDecayIsPartOfTheGradient() {
    assertThat(Steps.of(new Sgd(LR, 0, 0, false, 0.5), 8).after(0, 0.5, 2))
        .containsExactly(5); // 8 - 0.5 (2 + 8/2)
    var moving = Steps.of(new Sgd(LR, 0.5, 0, false, 0.5), 8);
    moving.after(0, 0.5, 2);
    assertThat(moving.memory())
        .isInstanceOfSatisfying(
            Sgd.Velocity.class, memory -> assertThat(memory.velocity()).containsExactly(6));
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sgd(LR, 1, 0, false, 0))
        .withMessage("momentum = 1.0 is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sgd(LR, 0.9, -0.1, false, 0))
        .withMessage("dampening = -0.1 is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sgd(LR, 0.9, 0, false, -1))
        .withMessage("decay = -1.0 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sgd(LR, 0, 0, true, 0))
        .withMessage("nesterov needs a momentum above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sgd(LR, 0.9, 0.1, true, 0))
        .withMessage("nesterov needs no dampening, not 0.1");
  }
}
