package io.gradus.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gradus.nn.Pass;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.ShapeException;
import io.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class RotaryTest {
  private static final Rotary ROTARY = new Rotary.Spec(10000).attach(6, 4, DType.FLOAT64);

  private static Tensor turned(Tensor x) {
    return ROTARY.apply(x, Pass.evaluation());
  }

  /// The first pair turns by 1 at each position, the second by 10000^(-1/2) = 1/100.
  @Test
  void pairsTurnByTheirAngles() {
    Tensor x = Tensor.of(new double[] {1, 0, 0, 1}, 1, 1, 1, 4).expand(1, 1, 6, 4);
    for (int t = 0; t < 6; t++) {
      assertThat(turned(x).select(2, t).toDoubles())
          .containsExactly(
              new double[] {
                StrictMath.cos(t),
                StrictMath.sin(t),
                -StrictMath.sin(0.01 * t),
                StrictMath.cos(0.01 * t)
              },
              within(1e-15));
    }
  }

  @Test
  void aProductDependsOnTheDistanceOnly() {
    Tensor q = turned(Fixed.numbers(1, 1, 1, 1, 4).expand(1, 1, 6, 4));
    Tensor k = turned(Fixed.numbers(2, 1, 1, 1, 4).expand(1, 1, 6, 4));
    Tensor scores = q.matmul(k.transpose());
    for (int t = 1; t < 6; t++) {
      double before = scores.at(0, 0, t, t - 1);
      assertThat(before).isCloseTo(scores.at(0, 0, 1, 0), within(1e-14));
    }
    assertThat(scores.at(0, 0, 2, 0)).isNotCloseTo(scores.at(0, 0, 1, 0), within(1e-3));
  }

  @Test
  void aShorterSequenceBeginsAtTheSamePlaces() {
    Tensor x = Fixed.numbers(1, 2, 3, 6, 4);
    assertThat(turned(x.slice(2, 0, 2)).toDoubles())
        .isEqualTo(turned(x).slice(2, 0, 2).toDoubles());
  }

  @Test
  void aLongerOneIsRefused() {
    assertThat(ROTARY.cos().shape()).isEqualTo(Shape.of(6, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> turned(Fixed.numbers(1, 1, 1, 7, 4)))
        .isInstanceOf(ShapeException.class)
        .withMessage("(1, 1, 7, 4) has 7 positions; there are angles for 6");
  }

  @Test
  void theBaseIsAtLeastOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rotary.Spec(0.5))
        .withMessage("base = 0.5 must be finite and at least 1");
  }
}
