package io.gradus.nn.layers;

import static io.gradus.nn.layers.Near.assertNear;
import static io.gradus.nn.layers.Near.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.ShapeException;
import io.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ShapesTest {
  private static final Signal TOKENS = new Signal.Tokens(5, Shape.of(2));

  /// Four positions of two channels.
  private static final Tensor FOUR = sequence(2, 1, 2, 3, 4, 5, 6, 7, 8);

  private static String refusal(LayerSpec spec, Signal in) {
    try {
      return "takes " + spec.infer(in);
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void positionsAreFlattenedOneBehindTheOther() {
    assertThat(new Flatten().infer(Signal.numbers(4, 2))).isEqualTo(Signal.numbers(8));
    assertNear(new Flatten().apply(FOUR, Pass.evaluation()), 1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void groupsOfPositionsBecomeOne() {
    assertThat(new FlattenConsecutive(2).infer(Signal.numbers(4, 2)))
        .isEqualTo(Signal.numbers(2, 4));
    Tensor pairs = new FlattenConsecutive(2).apply(FOUR, Pass.evaluation());
    assertNear(pairs.select(1, 0), 1, 2, 3, 4);
    assertNear(pairs.select(1, 1), 5, 6, 7, 8);
  }

  @Test
  void oneGroupHasNoAxisOfItsOwn() {
    assertThat(new FlattenConsecutive(4).infer(Signal.numbers(4, 2))).isEqualTo(Signal.numbers(8));
    Tensor all = new FlattenConsecutive(4).apply(FOUR, Pass.evaluation());
    assertThat(all.shape()).isEqualTo(Shape.of(1, 8));
  }

  @Test
  void onePositionOrTheMeanStandsForAll() {
    assertNear(new LastPosition().apply(FOUR, Pass.evaluation()), 7, 8);
    assertNear(new MeanPositions().apply(FOUR, Pass.evaluation()), 4, 5);
  }

  @Test
  void aTokenBecomesAOneAtItsPlace() {
    var layer = new OneHot(3, DType.FLOAT32);
    Tensor y = layer.apply(Tensor.of(new double[] {2, 0}, 1, 2), Pass.evaluation());
    assertThat(y.shape()).isEqualTo(Shape.of(1, 2, 3));
    assertThat(y.toFloats()).containsExactly(0, 0, 1, 1, 0, 0);
  }

  @Test
  void aTokenOutsideTheVocabularyIsAnError() {
    var layer = new OneHot(3, DType.FLOAT32);
    for (double token : new double[] {-1, 3}) {
      Tensor x = Tensor.of(new double[] {0, token}, 1, 2);
      assertThatThrownBy(() -> layer.apply(x, Pass.evaluation()))
          .isInstanceOf(ShapeException.class)
          .hasMessage(
              "index %d is outside axis 2 of (1, 2, 3), which has 3 places, from 0", (int) token);
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThat(refusal(new Flatten(), TOKENS))
        .isEqualTo(
            "tokens (B, 2), each one of 5 came in; numbers (B, ...) are wanted,"
                + " and an embedding makes numbers of tokens");
    assertThat(refusal(new FlattenConsecutive(2), Signal.numbers(7, 10)))
        .isEqualTo(
            "numbers (B, 7, 10) came in; (B, T, C) with T a multiple of count = 2 is wanted");
    assertThat(refusal(new FlattenConsecutive(2), Signal.numbers(200)))
        .isEqualTo("numbers (B, 200) came in; (B, T, C) is wanted");
    assertThat(refusal(new LastPosition(), Signal.numbers(2, 3, 4)))
        .isEqualTo("numbers (B, 2, 3, 4) came in; (B, T, C) is wanted");
    assertThat(refusal(new MeanPositions(), TOKENS)).contains("numbers (B, T, C) are wanted");
    assertThat(refusal(new OneHot.Spec(), Signal.numbers(3)))
        .isEqualTo("numbers (B, 3) came in; tokens are wanted");
    assertThatThrownBy(() -> new FlattenConsecutive(0)).hasMessage("count = 0 must be at least 1");
  }
}
