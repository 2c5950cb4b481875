package io.gradus.nn.layers;

import static io.gradus.nn.layers.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.nn.Parameters;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class NormsTest {
  private static final Tensor ONE_AND_SEVEN = Tensor.of(new double[] {1, 7}, 1, 2);

  /// The mean is 4, the variance 9.
  @Test
  void aLayerNormHasMean0AndVariance1() {
    var plain = new LayerSample(new LayerNorm.Spec(0, false, false), Signal.numbers(2));
    assertNear(plain.layer(DType.FLOAT64).apply(ONE_AND_SEVEN, Pass.evaluation()), -1, 1);
    var wide = new LayerSample(new LayerNorm.Spec(16, false, false), Signal.numbers(2));
    assertNear(wide.layer(DType.FLOAT64).apply(ONE_AND_SEVEN, Pass.evaluation()), -0.6, 0.6);
  }

  /// The mean square is 25.
  @Test
  void anRmsNormHasMeanSquare1() {
    var plain = new LayerSample(new RmsNorm.Spec(0, false), Signal.numbers(2));
    assertNear(plain.layer(DType.FLOAT64).apply(ONE_AND_SEVEN, Pass.evaluation()), 0.2, 1.4);
    var wide = new LayerSample(new RmsNorm.Spec(75, false), Signal.numbers(2));
    assertNear(wide.layer(DType.FLOAT64).apply(ONE_AND_SEVEN, Pass.evaluation()), 0.1, 0.7);
  }

  @Test
  void gainAndBiasAreLearnedWhereTheyAreWanted() {
    var sample = new LayerSample(new LayerNorm.Spec(0, true, true), Signal.numbers(2));
    var layer = (LayerNorm) sample.layer(DType.FLOAT64);
    layer.gain().orElseThrow().update(Tensor.of(new double[] {2, 3}, 2));
    layer.bias().orElseThrow().update(Tensor.of(new double[] {10, 20}, 2));
    assertNear(layer.apply(ONE_AND_SEVEN, Pass.evaluation()), 8, 23);
    var bare = new LayerSample(new LayerNorm.Spec(0, false, false), Signal.numbers(2));
    assertThat(Parameters.of((Record) bare.layer(DType.FLOAT64)).count()).isZero();
  }

  @Test
  void whatHasNoLastAxisIsRefused() {
    assertThatThrownBy(() -> new LayerNorm.Spec(0, true, true).infer(Signal.numbers()))
        .hasMessage("numbers (B) came in; (B, C) is wanted, with at least one axis");
    assertThatThrownBy(() -> new RmsNorm.Spec(0, true).infer(new Signal.Tokens(9, Shape.of(3))))
        .hasMessageStartingWith("tokens (B, 3), each one of 9 came in; numbers (B, C) are wanted");
    assertThatThrownBy(() -> new RmsNorm.Spec(-1, true))
        .hasMessage("eps = -1.0 must be at least 0");
    assertThatThrownBy(() -> new LayerNorm.Spec(Double.NaN, true, true))
        .hasMessage("eps = NaN must be at least 0");
  }
}
