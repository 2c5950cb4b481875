package io.gradus.nn.layers;

import static io.gradus.nn.layers.Near.assertNear;
import static io.gradus.nn.layers.Near.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.nn.Parameters;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.Zeros;
import io.gradus.nn.layers.PositionEmbedding.Form;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.ShapeException;
import io.gradus.tensor.Tensor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PositionsTest {
  private static final PositionEmbedding.Spec LEARNED =
      new PositionEmbedding.Spec(Form.LEARNED, Optional.empty());
  private static final PositionEmbedding.Spec SINUSOIDAL =
      new PositionEmbedding.Spec(Form.SINUSOIDAL, Optional.empty());

  @Test
  void aLearnedRowIsAddedAtEachPosition() {
    var layer =
        (PositionEmbedding) new LayerSample(LEARNED, Signal.numbers(2, 2)).layer(DType.FLOAT64);
    layer.table().update(Tensor.of(new double[] {10, 20, 30, 40}, 2, 2));
    assertNear(layer.apply(sequence(2, 1, 2, 3, 4), Pass.evaluation()), 11, 22, 33, 44);
    assertNear(layer.apply(sequence(2, 1, 2), Pass.evaluation()), 11, 22);
  }

  @Test
  void learnedRowsAreNormalUnlessTheRecipeSaysOtherwise() {
    var drawn =
        (PositionEmbedding) new LayerSample(LEARNED, Signal.numbers(100, 50)).layer(DType.FLOAT64);
    Tensor table = drawn.table().value();
    assertThat(table.mean().item()).isBetween(-0.05, 0.05);
    assertThat(table.variance(0).item()).isBetween(0.95, 1.05);
    var zeros = new PositionEmbedding.Spec(Form.LEARNED, Optional.of(new Zeros()));
    var flat =
        (PositionEmbedding) new LayerSample(zeros, Signal.numbers(1, 2)).layer(DType.FLOAT64);
    assertNear(flat.table().value(), 0, 0);
  }

  /// With four channels the second wave is 100 times as long as the first.
  @Test
  void wavesAreThoseOfThePaper() {
    var layer = new LayerSample(SINUSOIDAL, Signal.numbers(3, 4)).layer(DType.FLOAT64);
    Tensor y = layer.apply(Tensor.zeros(Shape.of(1, 3, 4), DType.FLOAT64), Pass.evaluation());
    assertNear(y.select(1, 0), 0, 1, 0, 1);
    assertNear(
        y.select(1, 2),
        StrictMath.sin(2),
        StrictMath.cos(2),
        StrictMath.sin(0.02),
        StrictMath.cos(0.02));
    assertThat(Parameters.of((Record) layer).count()).isZero();
  }

  @Test
  void anOddChannelHasASineAlone() {
    var layer = new LayerSample(SINUSOIDAL, Signal.numbers(2, 1)).layer(DType.FLOAT64);
    Tensor y = layer.apply(Tensor.zeros(Shape.of(1, 2, 1), DType.FLOAT64), Pass.evaluation());
    assertNear(y, 0, StrictMath.sin(1));
  }

  @Test
  void morePositionsThanRowsAreAnError() {
    var layer = new LayerSample(LEARNED, Signal.numbers(2, 1)).layer(DType.FLOAT64);
    assertThatThrownBy(() -> layer.apply(sequence(1, 1, 2, 3), Pass.evaluation()))
        .isInstanceOf(ShapeException.class)
        .hasMessageStartingWith("(2, 1) sliced from 0 to 3");
  }

  @Test
  void whatHasNoPositionsIsRefused() {
    assertThatThrownBy(() -> LEARNED.infer(Signal.numbers(200)))
        .hasMessage("numbers (B, 200) came in; (B, T, C) is wanted");
    assertThatThrownBy(() -> SINUSOIDAL.infer(new Signal.Tokens(5, Shape.of(3))))
        .hasMessageContaining("numbers (B, T, C) are wanted");
    assertThatThrownBy(() -> new PositionEmbedding.Spec(Form.SINUSOIDAL, Optional.of(new Zeros())))
        .hasMessage("init is given, and only learned rows are drawn; sinusoidal ones are computed");
  }
}
