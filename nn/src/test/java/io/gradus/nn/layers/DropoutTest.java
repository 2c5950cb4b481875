package io.gradus.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gradus.nn.Pass;
import io.gradus.random.Generator;
import io.gradus.random.Philox;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DropoutTest {
  private static final Tensor ONES = Tensor.ones(Shape.of(100, 4), DType.FLOAT64);

  private static Pass training(Generator random) {
    return Pass.training(() -> random);
  }

  @Test
  void whatDrawsBelowTheRateIsDropped() {
    double[] y = new Dropout(0.25).apply(ONES, training(new Philox(1))).toDoubles();
    var random = new Philox(1);
    for (double number : y) {
      assertThat(number).isEqualTo(random.uniform() < 0.25 ? 0 : 1 / 0.75);
    }
    assertThat(y).contains(0).contains(1 / 0.75);
  }

  @Test
  void theMeanIsKept() {
    Tensor ones = Tensor.ones(Shape.of(40_000), DType.FLOAT64);
    Tensor y = new Dropout(0.5).apply(ones, training(new Philox(1)));
    assertThat(y.mean().item()).isCloseTo(1, within(0.02)); // four standard deviations of 1/200
  }

  @Test
  void anEvaluationDropsNothing() {
    assertThat(new Dropout(0.5).apply(ONES, Pass.evaluation())).isSameAs(ONES);
  }

  @Test
  void nothingIsDrawnAtRateZero() {
    var random = new Philox(1);
    assertThat(new Dropout(0).apply(ONES, training(random))).isSameAs(ONES);
    assertThat(random.state()).isEqualTo(new Philox(1).state());
  }

  @Test
  void theTypeStays() {
    Tensor y = new Dropout(0.5).apply(ONES.to(DType.FLOAT32), training(new Philox(1)));
    assertThat(y.dtype()).isEqualTo(DType.FLOAT32);
  }

  @Test
  void aRateIsAChanceBelowOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Dropout.Spec(1))
        .withMessage("rate = 1.0 is outside [0, 1)");
  }
}
