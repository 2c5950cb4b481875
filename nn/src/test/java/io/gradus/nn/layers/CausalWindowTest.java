package io.gradus.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.Normal;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class CausalWindowTest {
  private static final CausalWindow THREE =
      new CausalWindow(new Parameter("blank", Tensor.of(new double[] {-1, -2}, 1, 2)), 3);

  /// Two positions of two numbers: what is before the first of them is blank.
  @Test
  void theNewestStandsFirstAndBlanksBeforeTheBeginning() {
    Tensor x = Tensor.of(new double[] {1, 2, 3, 4}, 1, 2, 2);
    assertThat(THREE.apply(x, Pass.evaluation()).toDoubles())
        .containsExactly(1, 2, -1, -2, -1, -2, 3, 4, 1, 2, -1, -2);
  }

  @Test
  void aWindowOfOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CausalWindow.Spec(1, new Normal(0, 1)))
        .withMessage("length = 1 must be at least 2; 1 sees nothing before");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CausalWindow.Spec(2, new Normal(0, 1)).infer(Signal.numbers(4)))
        .withMessage("numbers (B, 4) came in; (B, T, C) is wanted");
  }
}
