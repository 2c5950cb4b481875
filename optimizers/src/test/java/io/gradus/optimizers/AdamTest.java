package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AdamTest {
  private static final Offset<Double> ROUNDING = within(1e-15);

  private static Adam adam(double beta1, double beta2, double eps) {
    return new Adam(new Constant(0.1), beta1, beta2, eps);
  }

  /// With bias correction m̂ = g and v̂ = g², so that the first step is the rate, whatever the
  /// slope.
  @Test
  void theFirstStepIsAsLongAsTheRate() {
    Adam adam = adam(0.9, 0.999, 0);
    double[] w = {1, 1, 1};
    adam.step(new Rule.Update(0, 0.1, 1), w, new double[] {2, -1000, 1e-6}, adam.start(3));
    assertThat(w[0]).isCloseTo(0.9, ROUNDING);
    assertThat(w[1]).isCloseTo(1.1, ROUNDING);
    assertThat(w[2]).isCloseTo(0.9, ROUNDING);
  }

  /// Slopes 1, then 3, with β₁ = 1/2 and β₂ = 3/4: m = 1/2, 7/4; v = 1/4, 39/16.
  @Test
  void twoStepsAreThoseOfTheFormula() {
    Adam adam = adam(0.5, 0.75, 0);
    double[] w = {1};
    Adam.Moments memory = (Adam.Moments) adam.start(1);
    adam.step(new Rule.Update(0, 0.1, 1), w, new double[] {1}, memory);
    assertThat(memory.m()).containsExactly(0.5);
    assertThat(memory.v()).containsExactly(0.25);
    assertThat(w[0]).isCloseTo(0.9, ROUNDING);

    adam.step(new Rule.Update(1, 0.1, 1), w, new double[] {3}, memory);
    assertThat(memory.m()).containsExactly(1.75);
    assertThat(memory.v()).containsExactly(2.4375);
    // m̂ = (7/4) / (3/4) = 7/3, v̂ = (39/16) / (7/16) = 39/7
    assertThat(w[0]).isCloseTo(0.9 - 0.1 * (7.0 / 3) / Math.sqrt(39.0 / 7), ROUNDING);
  }

  @Test
  void epsilonIsAddedToTheRoot() {
    Adam adam = adam(0.9, 0.999, 1);
    double[] w = {1};
    adam.step(new Rule.Update(0, 0.1, 1), w, new double[] {1}, adam.start(1));
    assertThat(w[0]).isCloseTo(0.95, ROUNDING); // 1 - 0.1 · 1/(1 + 1)
  }

  @Test
  void aSlopeOfZeroMovesNothing() {
    Adam adam = adam(0.9, 0.999, 1e-8);
    double[] w = {1};
    adam.step(new Rule.Update(0, 0.1, 1), w, new double[] {0}, adam.start(1));
    assertThat(w).containsExactly(1);
  }

  @Test
  void theMemoryStartsAtZeroAndIsEachSlicesOwn() {
    Adam adam = adam(0.9, 0.999, 1e-8);
    Adam.Moments memory = (Adam.Moments) adam.start(2);
    assertThat(memory.m()).containsExactly(0, 0);
    assertThat(memory.v()).containsExactly(0, 0);
    memory.m()[0] = 1;
    assertThat(((Adam.Moments) adam.start(2)).m()).containsExactly(0, 0);
  }

  /// d = 2 + 4/2.
  @Test
  void theDecayIsPartOfTheGradient() {
    var steps = Steps.of(new Adam(new Constant(0.1), 0.5, 0.75, 0, 0.5, false), 4);
    assertThat(steps.after(0, 0.1, 2)).containsExactly(new double[] {3.9}, ROUNDING);
    Adam.Moments memory = (Adam.Moments) steps.memory();
    assertThat(memory.m()).containsExactly(2);
    assertThat(memory.v()).containsExactly(4);
  }

  /// Slopes 4, then 0: v = 4, then 3, of which the peak takes no notice.
  @Test
  void amsgradDividesByTheLargestMeanSoFar() {
    var steps = Steps.of(new Adam(new Constant(0.1), 0.5, 0.75, 0, 0, true), 1);
    assertThat(steps.after(0, 0.1, 4)).containsExactly(new double[] {0.9}, ROUNDING);
    // m̂ = 1 / (3/4), v̂ = 4 / (7/16)
    double[] w = steps.after(1, 0.1, 0);
    assertThat(w)
        .containsExactly(new double[] {0.9 - 0.1 * (4.0 / 3) / Math.sqrt(64.0 / 7)}, ROUNDING);
    Adam.Peaks memory = (Adam.Peaks) steps.memory();
    assertThat(memory.v()).containsExactly(3);
    assertThat(memory.peak()).containsExactly(4);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(new Constant(0.1), 0.9, 0.999, 1e-8, -1, false))
        .withMessage("decay = -1.0 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adam(1.2, 0.999, 1e-8))
        .withMessage("beta1 = 1.2 is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adam(-0.1, 0.999, 1e-8))
        .withMessage("beta1 = -0.1 is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adam(0.9, 1, 1e-8))
        .withMessage("beta2 = 1.0 is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adam(0.9, Double.NaN, 1e-8))
        .withMessage("beta2 = NaN is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adam(0.9, 0.999, -1e-8))
        .withMessage("eps = -1.0E-8 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adam(0.9, 0.999, Double.POSITIVE_INFINITY))
        .withMessage("eps = Infinity must be at least 0");
  }
}
