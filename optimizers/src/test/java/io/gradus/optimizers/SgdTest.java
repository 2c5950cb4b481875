package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SgdTest {
  @Test
  void aStepGoesAgainstTheGradient() {
    Sgd sgd = new Sgd(new Constant(0.5));
    double[] w = {1, -2, 3};
    double[] g = {2, -4, 0};
    sgd.step(new Rule.Update(0, 0.5, 1), w, g, sgd.start(3));
    assertThat(w).containsExactly(0, 0, 3); // 1 - 0.5 · 2, -2 + 0.5 · 4, 3
    assertThat(g).containsExactly(2, -4, 0);
  }

  @Test
  void theRateIsThatOfTheUpdate() {
    Sgd sgd = new Sgd(new Constant(0.5));
    double[] w = {1};
    sgd.step(new Rule.Update(7, 0.25, 1), w, new double[] {2}, sgd.start(1));
    assertThat(w).containsExactly(0.5);
    sgd.step(new Rule.Update(8, 0, 1), w, new double[] {2}, sgd.start(1));
    assertThat(w).containsExactly(0.5);
  }

  @Test
  void nothingIsRemembered() {
    assertThat(new Sgd(new Constant(0.5)).start(3)).isEqualTo(new Sgd.Nothing());
  }
}
