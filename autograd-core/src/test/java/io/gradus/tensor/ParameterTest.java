package io.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The one mutable thing in a model.
class ParameterTest {
  private final Parameter weight =
      new Parameter("weight", Tensor.of(new float[] {1, 2, 3, 4}, 2, 2));

  @Test
  void itsNumbersAreItsOwn() {
    float[] numbers = {1, 2};
    Tensor first = Tensor.of(numbers, 2);
    var parameter = new Parameter("p", first);
    numbers[0] = 7;
    parameter.update(Tensor.of(new float[] {5, 6}, 2));
    assertThat(first.toFloats()).containsExactly(1, 2);
    assertThat(parameter.value().toFloats()).containsExactly(5, 6);
  }

  @Test
  void anUpdateIsSeenInTheNextValue() {
    weight.update(weight.value().mul(2));
    assertThat(weight.value().toFloats()).containsExactly(2, 4, 6, 8);
    assertThat(weight.value().name()).isEqualTo("weight");
    assertThat(weight.value()).isSameAs(weight.value());
    assertThat(weight).hasToString("parameter weight FLOAT32 (2, 2) [2.0, 4.0, 6.0, 8.0]");
  }

  @Test
  void itIsFiniteUnlessOneOfItsNumbersIsNot() {
    for (DType type : DType.values()) {
      Tensor most = Tensor.of(new double[] {Float.MAX_VALUE, Float.MAX_VALUE, 1}, 3).to(type);
      assertThat(new Parameter("w", most).isFinite()).isTrue(); // though their sum is not
      Tensor odd = Tensor.of(new double[] {1, Double.NaN, 1}, 3).to(type);
      assertThat(new Parameter("w", odd).isFinite()).isFalse();
      Tensor ends =
          Tensor.of(new double[] {Double.POSITIVE_INFINITY, 1, Double.NEGATIVE_INFINITY}, 3);
      assertThat(new Parameter("w", ends.to(type)).isFinite()).isFalse();
    }
  }

  @Test
  void anUpdateMayReadTheOldNumbersInAnotherOrder() {
    weight.update(weight.value().transpose());
    assertThat(weight.value().toFloats()).containsExactly(1, 3, 2, 4);
  }

  @Test
  void whatWasComputedBeforeAnUpdateStays() {
    Tensor before = weight.value().add(0);
    weight.update(Tensor.zeros(Shape.of(2, 2), DType.FLOAT32));
    assertThat(before.toFloats()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void anUpdateOfAnotherShapeOrTypeIsRefused() {
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> weight.update(Tensor.zeros(Shape.of(4), DType.FLOAT32)))
        .withMessage("weight (2, 2) cannot become (4): an update keeps the shape");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> weight.update(Tensor.zeros(Shape.of(2, 2), DType.FLOAT64)))
        .withMessage(
            "FLOAT32 (2, 2) becomes FLOAT64 (2, 2): the types differ; to(...) makes them one");
  }

  @Test
  void aStepOfDescentGoesAgainstTheGradient() {
    for (DType type : DType.values()) {
      var weight = new Parameter("weight", Tensor.of(new double[] {1, 2, 3, 4}, 2, 2).to(type));
      Tensor gradient = Tensor.of(new double[] {8, 0, -8, 4}, 2, 2).to(type);
      assertThat(weight.descend(gradient.transpose(), 0.25)).isTrue();
      assertThat(weight.value().toDoubles()).containsExactly(-1, 4, 3, 3);
    }
  }

  /// Wherever in the vectors it stands.
  @Test
  void aStepThatLeavesTheFiniteNumbersIsTold() {
    for (DType type : DType.values()) {
      for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
        for (int place = 0; place < 37; place++) {
          double[] slopes = new double[37];
          slopes[place] = odd;
          var weight = new Parameter("weight", Tensor.ones(Shape.of(37), type));
          assertThat(weight.descend(Tensor.of(slopes, 37).to(type), 0.1)).isFalse();
        }
      }
    }
  }

  @Test
  void aStepOfManyNumbersIsThatOfEach() {
    int n = 100_000; // the workers share them
    double[] numbers = new double[n];
    Arrays.setAll(numbers, i -> i % 7 - 3);
    Tensor slope = Tensor.of(numbers, n).to(DType.FLOAT32);
    var weight = new Parameter("weight", slope);
    assertThat(weight.descend(slope, 0.5)).isTrue();
    Arrays.setAll(numbers, i -> (i % 7 - 3) * 0.5);
    assertThat(weight.value().toDoubles()).isEqualTo(numbers);
  }

  @Test
  void aStepAlongAnotherShapeIsAnError() {
    var weight = new Parameter("weight", Tensor.zeros(Shape.of(2, 2), DType.FLOAT32));
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> weight.descend(Tensor.zeros(Shape.of(4), DType.FLOAT32), 0.1))
        .withMessage("weight (2, 2) cannot take a step along (4)");
  }
}
