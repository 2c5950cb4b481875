package io.gradus.nn.layers;

import static io.gradus.nn.layers.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationsTest {
  private static final double LN_2 = StrictMath.log(2);
  private static final double LN_3 = StrictMath.log(3);

  static List<LayerSpec> activations() {
    return List.of(
        new Elu(0.5),
        new Gelu(Gelu.Form.EXACT),
        new Gelu(Gelu.Form.TANH),
        new LeakyRelu(0.1),
        new Relu(),
        new ReluSquared(),
        new Sigmoid(),
        new Silu(),
        new Softmax(),
        new Softplus(),
        new Tanh());
  }

  private static Tensor of(Layer layer, double... numbers) {
    return layer.apply(Tensor.of(numbers, 1, numbers.length), Pass.evaluation());
  }

  @Test
  void eachIsWhatItsNameSays() {
    assertNear(of(new Relu(), -2, 3), 0, 3);
    assertNear(of(new ReluSquared(), -2, 3), 0, 9);
    assertNear(of(new LeakyRelu(0.1), -2, 3), -0.2, 3);
    assertNear(of(new Elu(0.5), -LN_2, 3), -0.25, 3);
    assertNear(of(new Sigmoid(), 0, LN_3), 0.5, 0.75);
    assertNear(of(new Tanh(), 0, LN_3), 0, 0.8);
    assertNear(of(new Silu(), 0, LN_3), 0, 0.75 * LN_3);
    assertNear(of(new Softplus(), 0, LN_3), LN_2, 2 * LN_2);
    assertNear(of(new Softmax(), 0, LN_3), 0.25, 0.75);
  }

  /// 84.13 percent of a normal distribution lie below one standard deviation.
  @Test
  void geluIsTheNormalShare() {
    assertNear(of(new Gelu(Gelu.Form.EXACT), 0, 1), 0, 0.8413447460685429);
    assertNear(of(new Gelu(Gelu.Form.TANH), 0, 1), 0, 0.8411919906082768);
  }

  @Test
  void softmaxIsOverTheLastAxis() {
    Tensor x = Tensor.of(new double[] {0, 0, 5, 5}, 1, 2, 2);
    assertNear(new Softmax().apply(x, Pass.evaluation()), 0.5, 0.5, 0.5, 0.5);
  }

  @ParameterizedTest
  @MethodSource("activations")
  void tokensAreRefused(LayerSpec spec) {
    assertThatThrownBy(() -> spec.infer(new Signal.Tokens(27, Shape.of(3))))
        .hasMessageStartingWith("tokens (B, 3), each one of 27 came in; numbers (B, ")
        .hasMessageEndingWith(") are wanted, and an embedding makes numbers of tokens");
  }

  @Test
  void anAxisIsNeededForSharesOnly() {
    Signal single = Signal.numbers();
    assertThat(new Relu().infer(single)).isEqualTo(single);
    assertThatThrownBy(() -> new Softmax().infer(single))
        .hasMessage("numbers (B) came in; (B, C) is wanted, with at least one axis");
  }

  @Test
  void settingsMustBeFinite() {
    assertThatThrownBy(() -> new Elu(Double.NaN)).hasMessage("alpha = NaN must be finite");
    assertThatThrownBy(() -> new LeakyRelu(1 / 0.0)).hasMessage("slope = Infinity must be finite");
  }
}
