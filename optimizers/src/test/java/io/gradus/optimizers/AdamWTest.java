package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AdamWTest {
  private static final Offset<Double> ROUNDING = within(1e-15);

  private static AdamW adamW(double beta1, double beta2, double eps, double decay) {
    return new AdamW(new Constant(0.1), beta1, beta2, eps, decay);
  }

  /// The first step is as long as the rate; a twentieth of 2 goes before it.
  @Test
  void theWeightDecaysBesideTheStep() {
    var steps = Steps.of(adamW(0.9, 0.999, 0, 0.5), 2, -2, 2);
    double[] w = steps.after(0, 0.1, 3, 3, -1000);
    assertThat(w).containsExactly(new double[] {1.8, -2, 2}, ROUNDING);
  }

  @Test
  void theMomentsDoNotSeeTheDecay() {
    var steps = Steps.of(adamW(0.5, 0.75, 0, 0.5), 100);
    steps.after(0, 0.1, 2);
    assertThat(steps.memory().m()).containsExactly(1);
    assertThat(steps.memory().v()).containsExactly(1);
  }

  @Test
  void withoutDecayItIsAdam() {
    var decoupled = Steps.of(adamW(0.9, 0.99, 1e-8, 0), 1, -2);
    var adam = Steps.of(new Adam(new Constant(0.1), 0.9, 0.99, 1e-8), 1, -2);
    for (int t = 0; t < 50; t++) {
      double[] expected = adam.after(t, 0.1, StrictMath.sin(t), StrictMath.cos(t));
      double[] w = decoupled.after(t, 0.1, StrictMath.sin(t), StrictMath.cos(t));
      assertThat(w).containsExactly(expected, within(1e-13));
    }
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adamW(1, 0.999, 1e-8, 0))
        .withMessage("beta1 = 1.0 is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adamW(0.9, 1, 1e-8, 0))
        .withMessage("beta2 = 1.0 is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adamW(0.9, 0.999, -1, 0))
        .withMessage("eps = -1.0 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adamW(0.9, 0.999, 1e-8, -0.1))
        .withMessage("decay = -0.1 must be at least 0");
  }
}
