package io.gradus.nn.layers;

import static io.gradus.nn.layers.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.Normal;
import io.gradus.nn.initialisers.TorchDefault;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/// Linear maps of numbers and rows for tokens: where parameters meet what comes in.
class LinearTest {
  private static final Signal TOKENS = new Signal.Tokens(5, Shape.of(2));

  private static Linear.Spec linear(int out, boolean bias) {
    return new Linear.Spec(out, bias, new TorchDefault(), new TorchDefault());
  }

  private static Embedding.Spec embedding(int width) {
    return new Embedding.Spec(width, new Normal(0, 1));
  }

  @Test
  void aLinearMapIsRowsTimesWeightsPlusBias() {
    var layer = (Linear) new LayerSample(linear(2, true), Signal.numbers(2)).layer(DType.FLOAT64);
    layer.weight().update(Tensor.of(new double[] {1, 2, 3, 4}, 2, 2));
    layer.bias().orElseThrow().update(Tensor.of(new double[] {100, 200}, 2));
    Tensor x = Tensor.of(new double[] {10, 1}, 1, 2);
    assertNear(layer.apply(x, Pass.evaluation()), 10 + 3 + 100, 20 + 4 + 200);
  }

  @Test
  void anEmbeddingLooksUpARowForEachToken() {
    var layer = (Embedding) new LayerSample(embedding(2), TOKENS).layer(DType.FLOAT64);
    layer.table().update(Tensor.of(new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 5, 2));
    Tensor y = layer.apply(Tensor.of(new double[] {4, 1}, 1, 2), Pass.evaluation());
    assertThat(y.shape()).isEqualTo(Shape.of(1, 2, 2));
    assertNear(y, 8, 9, 2, 3);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> linear(3, true).infer(TOKENS))
        .hasMessage(
            "tokens (B, 2), each one of 5 came in; numbers (B, C) are wanted,"
                + " and an embedding makes numbers of tokens");
    assertThatThrownBy(() -> linear(3, true).infer(Signal.numbers()))
        .hasMessage("numbers (B) came in; (B, C) is wanted, with at least one axis");
    assertThatThrownBy(() -> embedding(3).infer(Signal.numbers(4)))
        .hasMessage("numbers (B, 4) came in; tokens are wanted");
    assertThatThrownBy(() -> linear(0, true)).hasMessage("out = 0 must be at least 1");
    assertThatThrownBy(() -> embedding(0)).hasMessage("width = 0 must be at least 1");
  }
}
