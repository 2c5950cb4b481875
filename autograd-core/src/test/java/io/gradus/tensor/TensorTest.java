package io.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tensors by hand: what stands where.
class TensorTest {
  /// `((0, 1, 2), (3, 4, 5))`.
  private static final Tensor X = Tensor.of(new double[] {0, 1, 2, 3, 4, 5}, 2, 3);

  @Test
  void numbersAreCopiedInAndOut() {
    float[] numbers = {1, 2};
    Tensor x = Tensor.of(numbers, 2);
    numbers[0] = 7;
    x.toFloats()[1] = 7;
    assertThat(x.toFloats()).containsExactly(1, 2);
  }

  @Test
  void itShowsItsNameTypeShapeAndFirstNumbers() {
    assertThat(X.named("x")).hasToString("x FLOAT64 (2, 3) [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]");
    assertThat(Tensor.full(Shape.of(7), 0.1, DType.FLOAT32))
        .hasToString("FLOAT32 (7) [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, ...]");
    assertThat(Tensor.scalar(2, DType.FLOAT32)).hasToString("FLOAT32 () [2.0]");
    assertThat(X.transpose()).hasToString("FLOAT64 (3, 2) [0.0, 3.0, 1.0, 4.0, 2.0, 5.0]");
  }

  @Test
  void viewsShowTheSameNumbersInAnotherOrder() {
    assertThat(X.transpose().toDoubles()).containsExactly(0, 3, 1, 4, 2, 5);
    assertThat(X.reshape(3, -1).toDoubles()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(X.transpose().reshape(6).toDoubles()).containsExactly(0, 3, 1, 4, 2, 5);
    assertThat(X.slice(1, 1, 3).toDoubles()).containsExactly(1, 2, 4, 5);
    assertThat(X.slice(1, 0, 3, 2).toDoubles()).containsExactly(0, 2, 3, 5);
    assertThat(X.slice(1, -2, -1).toDoubles()).containsExactly(1, 4);
    assertThat(X.select(0, 1).toDoubles()).containsExactly(3, 4, 5);
    assertThat(X.select(-1, -1).toDoubles()).containsExactly(2, 5);
    assertThat(X.select(0, 0).expand(2, 3).toDoubles()).containsExactly(0, 1, 2, 0, 1, 2);
    assertThat(X.pad(1, 1, 0).toDoubles()).containsExactly(0, 0, 1, 2, 0, 3, 4, 5);
    assertThat(X.windows(1, 2, 1, 1).toDoubles()).containsExactly(0, 1, 1, 2, 3, 4, 4, 5);
    assertThat(X.windows(1, 2, 1, 2).shape()).isEqualTo(Shape.of(2, 1, 2));
    assertThat(X.unsqueeze(-1).shape()).isEqualTo(Shape.of(2, 3, 1));
    assertThat(X.unsqueeze(0).squeeze(0).toDoubles()).isEqualTo(X.toDoubles());
    assertThat(X.at(1, 2)).isEqualTo(5);
    assertThat(X.transpose().at(2, 1)).isEqualTo(5);
  }

  @Test
  void axesAreDrawnTogether() {
    assertThat(X.sum().item()).isEqualTo(15);
    assertThat(X.sum(0).toDoubles()).containsExactly(3, 5, 7);
    assertThat(X.sumKeeping(1).shape()).isEqualTo(Shape.of(2, 1));
    assertThat(X.mean(1).toDoubles()).containsExactly(1, 4);
    assertThat(X.variance(0, 1).toDoubles()).containsExactly(2 / 3.0, 2 / 3.0);
    assertThat(X.variance(1, 1).toDoubles()).containsExactly(1, 1);
    assertThat(X.max(0, false).toDoubles()).containsExactly(3, 4, 5);
    assertThat(X.min(1, false).toDoubles()).containsExactly(0, 3);
    assertThat(X.cumsum(1).toDoubles()).containsExactly(0, 1, 3, 3, 7, 12);
  }

  @Test
  void theLargestShareTheirGradient() {
    Tensor x = Tensor.of(new double[] {2, 5, 5, 1}, 4);
    assertThat(Autograd.backward(x.max(0, false)).of(x).toDoubles())
        .containsExactly(0, 0.5, 0.5, 0);
    Tensor y = Tensor.of(new double[] {2, 1}, 2);
    Tensor z = Tensor.of(new double[] {2, 3}, 2);
    Gradients gradients = Autograd.backward(y.maximum(z).sum());
    assertThat(gradients.of(y).toDoubles()).containsExactly(0.5, 0);
    assertThat(gradients.of(z).toDoubles()).containsExactly(0.5, 1);
  }

  @Test
  void elementsAreChosenByPlace() {
    assertThat(X.embedding(Indices.of(1, 1, 0)).toDoubles())
        .containsExactly(3, 4, 5, 3, 4, 5, 0, 1, 2);
    assertThat(X.indexSelect(1, Indices.of(2, 0)).toDoubles()).containsExactly(2, 0, 5, 3);
    assertThat(X.gather(1, Indices.of(new int[] {2, 0}, 2, 1)).toDoubles()).containsExactly(2, 3);
    Tensor both = Tensor.concatenate(1, List.of(X, X.slice(1, 0, 1)));
    assertThat(both.toDoubles()).containsExactly(0, 1, 2, 0, 3, 4, 5, 3);
  }

  @Test
  void masksChoose() {
    Mask large = X.greater(3);
    assertThat(X.maskedFill(large, -1).toDoubles()).containsExactly(0, 1, 2, 3, -1, -1);
    assertThat(X.where(large, X.sub(9)).toDoubles()).containsExactly(-9, -8, -7, -6, 4, 5);
    assertThat(X.where(large.not(), X.mul(10)).toDoubles()).containsExactly(0, 1, 2, 3, 40, 50);
    assertThat(Mask.future(2, 3).numbers(DType.FLOAT64).toDoubles())
        .containsExactly(0, 1, 1, 0, 0, 1);
    assertThat(X.equalTo(X.select(0, 0)))
        .isEqualTo(Mask.of(new boolean[] {true, true, true, false, false, false}, 2, 3));
  }

  @Test
  void whatAMaskHidesTakesNoGradient() {
    Tensor x = Tensor.of(new double[] {0, 1, 1}, 3);
    Tensor logs = x.maskedFill(x.equalTo(Tensor.scalar(0, DType.FLOAT64)), 2).log();
    assertThat(Autograd.backward(logs.sum()).of(x).toDoubles()).containsExactly(0, 1, 1);
    Tensor scores = x.maskedFill(Mask.of(new boolean[] {true, false, false}, 3), -1 / 0.0);
    assertThat(scores.softmax(0).toDoubles()).containsExactly(0, 0.5, 0.5);
    assertThat(Autograd.backward(scores.softmax(0).select(0, 1)).of(x).toDoubles())
        .containsExactly(0, 0.25, -0.25);
  }

  @Test
  void boundsHold() {
    assertThat(X.clamp(1, 3).toDoubles()).containsExactly(1, 1, 2, 3, 3, 3);
    Tensor x = Tensor.of(new double[] {-1, 0, 0.5, 1, 4}, 5);
    assertThat(Autograd.backward(x.clamp(0, 1).sum()).of(x).toDoubles())
        .containsExactly(0, 1, 1, 1, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> x.clamp(1, 0))
        .withMessage("clamp(1.0, 0.0): the first must not be larger");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void negativeAxesCountFromTheEnd(int axis) {
    Tensor x = Numbers.APART.tensor(2, 3, 4);
    Indices first = Indices.of(0);
    Indices places = Indices.of(new int[1], 1, 1, 1);
    List<IntFunction<Tensor>> operations =
        List.of(
            x::sum,
            x::sumKeeping,
            x::mean,
            at -> x.variance(1, at),
            at -> x.max(at, false),
            at -> x.min(at, true),
            x::cumsum,
            x::softmax,
            x::logSoftmax,
            at -> x.logsumexp(at, false),
            at -> x.slice(at, 1, 2),
            at -> x.select(at, 1),
            at -> x.pad(at, 1, 2),
            at -> x.windows(at, 2, 1, 1),
            at -> x.transpose(at, 1),
            at -> x.indexSelect(at, first),
            at -> x.gather(at, places),
            at -> Tensor.concatenate(at, List.of(x, x)));
    for (IntFunction<Tensor> operation : operations) {
      Tensor fromFront = operation.apply(axis);
      Tensor fromEnd = operation.apply(axis - 3);
      assertThat(fromEnd.shape()).isEqualTo(fromFront.shape());
      assertThat(fromEnd.toDoubles()).isEqualTo(fromFront.toDoubles());
    }
  }

  @Test
  void vectorsMultiplyAsRowsAndColumns() {
    Tensor v = Tensor.of(new double[] {1, 2, 3}, 3);
    assertThat(v.matmul(v).item()).isEqualTo(14);
    assertThat(X.matmul(v).toDoubles()).containsExactly(8, 26);
    assertThat(v.matmul(X.transpose()).toDoubles()).containsExactly(8, 26);
    assertThat(v.matmul(X.transpose().expand(4, 3, 2)).shape()).isEqualTo(Shape.of(4, 2));
    assertThat(X.expand(4, 2, 3).matmul(v).shape()).isEqualTo(Shape.of(4, 2));
  }
}
