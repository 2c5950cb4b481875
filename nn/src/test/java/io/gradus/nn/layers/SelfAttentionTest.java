package io.gradus.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gradus.nn.Init;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.random.Philox;
import io.gradus.tensor.DType;
import io.gradus.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelfAttentionTest {
  private static final Signal SEQUENCES = Signal.numbers(5, 8);

  /// 1 / (1 + e⁻²), the weight of the larger of two scores that are 2 apart.
  private static final double LARGER = 0.8807970779778823;

  private static SelfAttention plain(Linear queryKeyValue, int width, int heads, int shared) {
    return new SelfAttention(
        queryKeyValue, Fixed.identity(width), heads, shared, Optional.empty(), new Dropout(0));
  }

  private static SelfAttention attach(SelfAttention.Spec spec) {
    return spec.attach(SEQUENCES, Init.of(new Philox(1), DType.FLOAT64));
  }

  @Test
  void aPositionTakesTheMeanOfWhatItLooksAt() {
    SelfAttention attention = plain(Fixed.linear(1, 3, 1, 1, 1), 1, 1, 1);
    // the second scores 2·1 and 2·2
    assertThat(Fixed.of(attention, 2, 1, 1, 2))
        .containsExactly(new double[] {1, 1 + LARGER}, within(1e-15));
  }

  @Test
  void scoresAreDividedByTheRootOfTheWidthOfAHead() {
    Tensor each = Fixed.identity(4).weight().value();
    Tensor all = Tensor.concatenate(1, List.of(each, each, each));
    SelfAttention attention = plain(Fixed.linear(4, 12, all.toDoubles()), 4, 1, 1);
    double[] y = Fixed.of(attention, 2, 4, 1, 0, 0, 0, 0, 2, 0, 0); // scores 0 and 4 / √4
    assertThat(y)
        .containsExactly(new double[] {1, 0, 0, 0, 1 - LARGER, 2 * LARGER, 0, 0}, within(1e-15));
  }

  @Test
  void eachHeadLooksForItself() {
    // the queries of the second head are 0, so it takes the plain mean
    double[] all = {1, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1};
    SelfAttention attention = plain(Fixed.linear(2, 6, all), 2, 2, 2);
    assertThat(Fixed.of(attention, 2, 2, 1, 1, 2, 2))
        .containsExactly(new double[] {1, 1, 1 + LARGER, 1.5}, within(1e-15));
  }

  @Test
  void asManySharedHeadsAsHeadsAreNoneShared() {
    Tensor x = Fixed.numbers(5, 2, 5, 8);
    SelfAttention alone = attach(Recipes.attention(4, Optional.empty()));
    SelfAttention grouped = attach(Recipes.attention(4, Optional.of(4)));
    assertThat(grouped.apply(x, Pass.evaluation()).toDoubles())
        .isEqualTo(alone.apply(x, Pass.evaluation()).toDoubles());
  }

  /// Two heads of keys and values for four are the plain attention whose neighbours have the same.
  @Test
  void neighboursShareAHead() {
    SelfAttention grouped = attach(Recipes.attention(4, Optional.of(2)));
    Linear all = grouped.queryKeyValue(); // queries 0 .. 7, keys 8 .. 11, values 12 .. 15
    SelfAttention plain =
        new SelfAttention(
            Fixed.linear(
                repeated(all.weight().value()), repeated(all.bias().orElseThrow().value())),
            grouped.output(),
            4,
            4,
            Optional.empty(),
            new Dropout(0));
    Tensor x = Fixed.numbers(5, 2, 5, 8);
    assertThat(grouped.apply(x, Pass.evaluation()).toDoubles())
        .isEqualTo(plain.apply(x, Pass.evaluation()).toDoubles());
  }

  private static Tensor repeated(Tensor x) {
    Tensor q = x.slice(-1, 0, 8);
    Tensor k0 = x.slice(-1, 8, 10);
    Tensor k1 = x.slice(-1, 10, 12);
    Tensor v0 = x.slice(-1, 12, 14);
    Tensor v1 = x.slice(-1, 14, 16);
    return Tensor.concatenate(-1, List.of(q, k0, k0, k1, k1, v0, v0, v1, v1));
  }

  @Test
  void inTrainingWeightsAreDropped() {
    SelfAttention attention =
        new SelfAttention(
            Fixed.linear(1, 3, 0, 0, 1),
            Fixed.identity(1),
            1,
            1,
            Optional.empty(),
            new Dropout(0.5));
    var random = new Philox(3);
    Tensor x = Tensor.of(new double[] {1, 2, 3}, 1, 3, 1);
    double[] y = attention.apply(x, Pass.training(() -> random)).toDoubles();
    var same = new Philox(3);
    for (int t = 0; t < 3; t++) {
      double sum = 0;
      for (int at = 0; at < 3; at++) {
        double factor = same.uniform() < 0.5 ? 0 : 2;
        sum += at <= t ? factor * (at + 1) / (t + 1) : 0;
      }
      assertThat(y[t]).isCloseTo(sum, within(1e-15));
    }
  }

  @Test
  void headsDivideTheWidth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recipes.attention(3, Optional.empty()).infer(SEQUENCES))
        .withMessage("numbers (B, 5, 8) came in; heads = 3 does not divide C = 8");
  }

  @Test
  void sharedHeadsDivideTheHeads() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recipes.attention(4, Optional.of(3)))
        .withMessage("key-value-heads = 3 does not divide heads = 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recipes.attention(4, Optional.of(0)))
        .withMessage("key-value-heads = 0 does not divide heads = 4");
  }

  @Test
  void rotationsWantPairs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recipes.rotary(8, Optional.empty()).infer(SEQUENCES))
        .withMessage(
            "numbers (B, 5, 8) came in; rotary wants heads of an even width, and 8 / 8 = 1 is odd");
  }

  @Test
  void tokensAreRefused() {
    var tokens = new Signal.Tokens(27, SEQUENCES.shape());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recipes.attention(4, Optional.empty()).infer(tokens))
        .withMessageStartingWith("tokens (B, 5, 8), each one of 27 came in");
  }
}
