package io.gradus.nn.layers;

import static io.gradus.nn.layers.Near.assertNear;
import static io.gradus.nn.layers.Near.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.nn.Initialiser;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.TorchDefault;
import io.gradus.nn.initialisers.Zeros;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ConvolutionsTest {
  private static final Initialiser DRAWN = new TorchDefault();

  private static Conv1d.Spec plain(int size, int stride, int padding, int dilation) {
    return new Conv1d.Spec(2, size, stride, padding, dilation, true, DRAWN, DRAWN);
  }

  private static CausalConv1d causal(int size, int dilation) {
    return new CausalConv1d(2, size, dilation, true, DRAWN, DRAWN);
  }

  /// A convolution of one channel with these weights, and no bias.
  private static Tensor of(LayerSpec spec, double[] weights, double... numbers) {
    Signal in = Signal.numbers(numbers.length, 1);
    var layer = (Conv1d) new LayerSample(spec, in).layer(DType.FLOAT64);
    layer.weight().update(Tensor.of(weights, weights.length, 1, 1));
    return layer.apply(sequence(1, numbers), Pass.evaluation());
  }

  private static Conv1d.Spec single(int size, int stride, int padding, int dilation) {
    return new Conv1d.Spec(1, size, stride, padding, dilation, false, DRAWN, DRAWN);
  }

  private static CausalConv1d singleCausal(int size, int dilation) {
    return new CausalConv1d(1, size, dilation, true, DRAWN, new Zeros());
  }

  @Test
  void neighboursAreWeighed() {
    double[] weights = {1, 10};
    assertNear(of(single(2, 1, 0, 1), weights, 1, 2, 3, 4), 21, 32, 43);
    assertNear(of(single(2, 2, 0, 1), weights, 1, 2, 3, 4), 21, 43);
    assertNear(of(single(2, 1, 1, 1), weights, 1, 2, 3, 4), 10, 21, 32, 43, 4);
    assertNear(of(single(2, 1, 0, 2), weights, 1, 2, 3, 4), 31, 42);
  }

  @Test
  void aCausalOneLooksBackOnly() {
    double[] weights = {1, 10};
    assertNear(of(singleCausal(2, 1), weights, 1, 2, 3, 4), 10, 21, 32, 43);
    assertNear(of(singleCausal(2, 3), weights, 1, 2, 3, 4), 10, 20, 30, 41);
  }

  @Test
  void channelsAndPlacesAreWeighedTogether() {
    var layer =
        (Conv1d)
            new LayerSample(
                    new Conv1d.Spec(2, 2, 1, 0, 1, true, DRAWN, DRAWN), Signal.numbers(2, 2))
                .layer(DType.FLOAT64);
    // (size, in, out): the first output counts in digits, the second takes one number alone
    layer.weight().update(Tensor.of(new double[] {1000, 0, 100, 0, 10, 5, 1, 0}, 2, 2, 2));
    layer.bias().orElseThrow().update(Tensor.of(new double[] {0.5, 0}, 2));
    Tensor y = layer.apply(sequence(2, 1, 2, 3, 4), Pass.evaluation());
    assertNear(y, 1234.5, 15);
  }

  /// PyTorch: uniform in ±1/√(in·size).
  @Test
  void theFirstNumbersKnowHowManyInputsMeet() {
    var layer =
        (Conv1d)
            new LayerSample(
                    new Conv1d.Spec(64, 4, 1, 0, 1, true, DRAWN, DRAWN), Signal.numbers(9, 16))
                .layer(DType.FLOAT64);
    assertThat(layer.weight().value().shape()).isEqualTo(Shape.of(4, 16, 64));
    assertThat(layer.weight().value().abs().max(0, false).max(0, false).max(0, false).item())
        .isBetween(0.124, 0.125);
    assertThat(layer.bias().orElseThrow().value().abs().max(0, false).item())
        .isBetween(0.115, 0.125);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> plain(3, 1, 0, 2).infer(Signal.numbers(4, 1)))
        .hasMessage(
            "numbers (B, 4, 1) came in; 3 positions, 2 apart, reach over 5,"
                + " and with padding there are 4");
    assertThatThrownBy(() -> plain(3, 1, 0, 1).infer(Signal.numbers(200)))
        .hasMessage("numbers (B, 200) came in; (B, T, C) is wanted");
    assertThatThrownBy(() -> causal(2, 1).infer(new Signal.Tokens(5, Shape.of(3))))
        .hasMessageContaining("numbers (B, T, C) are wanted");
    assertThatThrownBy(() -> plain(0, 1, 0, 1)).hasMessage("size = 0 must be at least 1");
    assertThatThrownBy(() -> plain(1, 0, 0, 1)).hasMessage("stride = 0 must be at least 1");
    assertThatThrownBy(() -> plain(1, 1, -1, 1)).hasMessage("padding = -1 must be at least 0");
    assertThatThrownBy(() -> causal(1, 0)).hasMessage("dilation = 0 must be at least 1");
  }
}
