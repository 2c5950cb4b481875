package io.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Axes of length 0: a batch, a context or a vocabulary of nothing.
class EmptyTest {
  private static Tensor of(DType type, int... shape) {
    return Tensor.zeros(Shape.of(shape), type);
  }

  @ParameterizedTest
  @EnumSource
  void theSumOfNothingIsZeroAndItsMeanIsNoNumber(DType type) {
    Tensor x = of(type, 2, 0);
    assertThat(x.sum(1).toDoubles()).containsExactly(0, 0);
    assertThat(x.sumKeeping(1).shape()).isEqualTo(Shape.of(2, 1));
    assertThat(x.sum(0).shape()).isEqualTo(Shape.of(0));
    assertThat(x.sum().item()).isZero();
    assertThat(x.mean().item()).isNaN();
    assertThat(x.mean(1).toDoubles()).containsExactly(Double.NaN, Double.NaN);
    assertThat(x.variance(0).item()).isNaN();
    assertThat(x.variance(1).item()).isNaN();
    assertThat(Tensor.ones(Shape.of(1), type).variance(1).item()).isNaN();
  }

  @ParameterizedTest
  @EnumSource
  void nothingHasNoLargest(DType type) {
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> of(type, 2, 0).max(1, false))
        .withMessage("(2, 0) along axis 1: there is no largest of no numbers");
    assertThat(of(type, 2, 0).max(0, false).shape()).isEqualTo(Shape.of(0));
    assertThat(of(type, 2, 0).min(0, true).shape()).isEqualTo(Shape.of(1, 0));
  }

  @ParameterizedTest
  @EnumSource
  void aProductOverNothingIsZero(DType type) {
    Tensor y = of(type, 2, 0).matmul(of(type, 0, 3));
    assertThat(y.shape()).isEqualTo(Shape.of(2, 3));
    assertThat(y.toDoubles()).containsOnly(0);
    assertThat(of(type, 0).matmul(of(type, 0)).item()).isZero();
    assertThat(of(type, 0, 2).matmul(of(type, 2, 3)).shape()).isEqualTo(Shape.of(0, 3));
    assertThat(of(type, 0, 2, 3).matmul(of(type, 3, 4)).shape()).isEqualTo(Shape.of(0, 2, 4));
    assertThat(of(type, 4, 0, 3).matmul(of(type, 3, 2)).shape()).isEqualTo(Shape.of(4, 0, 2));
    assertThat(of(type, 0, 3, 8).conv1d(of(type, 4, 3, 3), 1, 0, 1).shape())
        .isEqualTo(Shape.of(0, 4, 6));
  }

  @ParameterizedTest
  @EnumSource
  void rowsOfNothingStayAsTheyAre(DType type) {
    assertThat(of(type, 2, 0).softmax(1).shape()).isEqualTo(Shape.of(2, 0));
    assertThat(of(type, 0, 2).softmax(0).shape()).isEqualTo(Shape.of(0, 2));
    assertThat(of(type, 0, 2).logSoftmax(-1).shape()).isEqualTo(Shape.of(0, 2));
    assertThat(of(type, 2, 0).cumsum(1).shape()).isEqualTo(Shape.of(2, 0));
    Tensor three = of(type, 3);
    assertThat(Normalisations.layerNorm(of(type, 0, 3), three, three, 0).shape())
        .isEqualTo(Shape.of(0, 3));
  }

  @ParameterizedTest
  @EnumSource
  void viewsAndSelectionsOfNothingHaveTheirShapes(DType type) {
    Tensor x = of(type, 2, 0, 3);
    assertThat(x.reshape(0, 5).shape()).isEqualTo(Shape.of(0, 5));
    assertThat(x.reshape(-1, 3).shape()).isEqualTo(Shape.of(0, 3));
    assertThat(x.permute(2, 1, 0).shape()).isEqualTo(Shape.of(3, 0, 2));
    assertThat(x.slice(1, 0, 0).shape()).isEqualTo(Shape.of(2, 0, 3));
    assertThat(x.pad(1, 1, 1).toDoubles()).hasSize(12).containsOnly(0);
    assertThat(of(type, 1, 3).expand(0, 3).shape()).isEqualTo(Shape.of(0, 3));
    assertThat(of(type, 4, 3).embedding(Indices.of(new int[0], 0, 2)).shape())
        .isEqualTo(Shape.of(0, 2, 3));
    assertThat(Tensor.concatenate(0, List.of(of(type, 0, 3), of(type, 2, 3))).shape())
        .isEqualTo(Shape.of(2, 3));
    assertThat(of(type, 0, 3).add(of(type, 1, 3)).shape()).isEqualTo(Shape.of(0, 3));
    assertThat(of(type, 0).toString()).isEqualTo(type + " (0) []");
  }

  @ParameterizedTest
  @EnumSource
  void gradientsOfAnEmptyBatchAreZero(DType type) {
    Tensor weight = Tensor.ones(Shape.of(3, 2), type);
    Tensor loss = of(type, 0, 3).matmul(weight).add(Tensor.ones(Shape.of(2), type)).tanh().sum();
    assertThat(Autograd.backward(loss).of(weight).toDoubles()).hasSize(6).containsOnly(0);
  }
}
