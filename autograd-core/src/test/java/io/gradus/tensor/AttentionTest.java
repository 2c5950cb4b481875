package io.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Attention by hand; `TorchGoldensTest` has that of PyTorch.
class AttentionTest {
  /// A head of width 1 over as many positions as numbers.
  private static Tensor head(double... numbers) {
    return Tensor.of(numbers, 1, 1, numbers.length, 1);
  }

  @Test
  void aPositionTakesTheMeanOfWhatItHasSeenWhereAllKeysFitAlike() {
    Tensor y = Attention.causal(head(1, 2, 3), head(0, 0, 0), head(1, 3, 8));
    assertThat(y.toDoubles()).containsExactly(new double[] {1, 2, 4}, within(1e-15));
  }

  @Test
  void aBetterFittingKeyWeighsMore() {
    double ln3 = StrictMath.log(3);
    Tensor y = Attention.causal(head(1, 1), head(0, ln3), head(0, 4));
    assertThat(y.toDoubles()).containsExactly(new double[] {0, 3}, within(1e-15));
  }

  @ParameterizedTest
  @EnumSource
  void theFutureReachesNoEarlierPosition(DType type) {
    Tensor q = head(1, 2, 3).to(type);
    Tensor before = Attention.causal(q, head(1, 2, 3).to(type), head(4, 5, 6).to(type));
    Tensor after = Attention.causal(q, head(1, 2, -9).to(type), head(4, 5, 99).to(type));
    assertThat(after.slice(2, 0, 2).toDoubles()).isEqualTo(before.slice(2, 0, 2).toDoubles());
    assertThat(after.at(0, 0, 2, 0)).isNotEqualTo(before.at(0, 0, 2, 0));
  }

  @Test
  void hugeScoresDoNotOverflow() {
    Tensor y = Attention.causal(head(1e200, 1e200), head(1e100, 2e100), head(1, 5));
    assertThat(y.toDoubles()).containsExactly(1, 5);
  }

  @Test
  void headsOfKeysServeNeighbouringHeadsOfQueries() {
    Tensor q = Numbers.ANY.tensor(2, 4, 3, 2);
    Tensor k = Numbers.ANY.other(2, 2, 3, 2);
    Tensor v = Numbers.POSITIVE.tensor(2, 2, 3, 2);
    Tensor shared = Attention.causal(q, k, v);
    for (int h = 0; h < 4; h++) {
      Tensor alone = Attention.causal(one(q, h), one(k, h / 2), one(v, h / 2)); // (2, 1, 3, 2)
      assertThat(one(shared, h).toDoubles()).isEqualTo(alone.toDoubles());
    }
  }

  private static Tensor one(Tensor x, int head) {
    return x.slice(1, head, head + 1);
  }

  @Test
  void headsThatDoNotFitAreNamed() {
    Tensor q = Tensor.zeros(Shape.of(1, 3, 2, 4), DType.FLOAT32);
    Tensor k = Tensor.zeros(Shape.of(1, 2, 2, 4), DType.FLOAT32);
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> Attention.causal(q, k, k))
        .withMessage(
            "queries (1, 3, 2, 4), keys (1, 2, 2, 4), values (1, 2, 2, 4):"
                + " (B, h, T, d) and twice (B, g, T, d), h = n·g");
  }

  @ParameterizedTest
  @EnumSource
  void inOnePieceItIsThatOfItsPartsInEveryBit(DType type) {
    Tensor x = Numbers.ANY.tensor(2, 5, 3 * 2 * 4).to(type);
    Tensor weights = Numbers.POSITIVE.tensor(2, 5, 2 * 4).to(type);
    Tensor whole = Attention.causal(x, 2);
    Tensor parts =
        Attention.causal(heads(x, 0), heads(x, 8), heads(x, 16)).transpose(1, 2).reshape(2, 5, 8);
    assertThat(whole.toDoubles()).isEqualTo(parts.toDoubles());
    assertThat(Autograd.backward(whole.mul(weights).sum()).of(x).toDoubles())
        .isEqualTo(Autograd.backward(parts.mul(weights).sum()).of(x).toDoubles());
  }

  @Test
  void weightsAreSavedWhereTheyAreNoMoreThanWhatComesIn() {
    var operation = new AttentionOperation.CausalSelf(2);
    Tensor few = Tensor.zeros(Shape.of(3, 6, 3 * 2 * 2), DType.FLOAT32);
    Tensor many = Tensor.zeros(Shape.of(3, 7, 3 * 2 * 2), DType.FLOAT32);
    assertThat(operation.forwardSaving(List.of(few)).saved().getFirst().shape().size())
        .isEqualTo(few.shape().size());
    assertThat(operation.forwardSaving(List.of(many)).saved()).isEmpty();
  }

  private static Tensor heads(Tensor x, int from) {
    return x.slice(2, from, from + 8).reshape(2, 5, 2, 4).transpose(1, 2);
  }

  @Test
  void aPieceThatIsNoThreePartsOfWholeHeadsIsNamed() {
    Tensor x = Tensor.zeros(Shape.of(1, 2, 16), DType.FLOAT32);
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> Attention.causal(x, 2))
        .withMessage("queries, keys and values (1, 2, 16) of 2 heads: (B, T, 3·h·d)");
  }
}
