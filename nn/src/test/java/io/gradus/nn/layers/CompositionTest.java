package io.gradus.nn.layers;

import static io.gradus.nn.layers.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.nn.Layer;
import io.gradus.nn.LayerException;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.MisfitException;
import io.gradus.nn.Parameters;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.TorchDefault;
import io.gradus.tensor.DType;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Layers that are made of layers.
class CompositionTest {
  private static Linear.Spec linear(int out) {
    return new Linear.Spec(out, true, new TorchDefault(), new TorchDefault());
  }

  private static Sequential.Spec sequential(LayerSpec... layers) {
    return new Sequential.Spec(List.of(layers));
  }

  private static Residual.Spec residual(LayerSpec... layers) {
    return new Residual.Spec(List.of(layers));
  }

  @Test
  void whatComesInIsCarriedAround() {
    Layer twice = new LayerSample(residual(new Relu()), Signal.numbers(2)).layer(DType.FLOAT64);
    assertNear(twice.apply(Tensor.of(new double[] {-1, 5}, 1, 2), Pass.evaluation()), -1, 10);
  }

  @Test
  void aResidualKeepsTheShape() {
    assertThatThrownBy(() -> residual(linear(5)).infer(Signal.numbers(3)))
        .hasMessage(
            "numbers (B, 3) came in, and the layers make numbers (B, 5) of them;"
                + " one shape is wanted");
    assertThatThrownBy(() -> residual()).hasMessage("layers is empty: there must be at least one");
    assertThatThrownBy(() -> sequential())
        .hasMessage("layers is empty: there must be at least one");
  }

  @Test
  void aRefusalSaysWhereItIs() {
    var network =
        sequential(linear(200), new Tanh(), linear(200), residual(new LastPosition()), linear(3));
    assertThatThrownBy(() -> network.infer(Signal.numbers(30)))
        .isInstanceOf(MisfitException.class)
        .hasMessage("layers[3].layers[0]: numbers (B, 200) came in;" + " (B, T, C) is wanted");
    var deep = sequential(residual(new Relu(), sequential(new MeanPositions())));
    assertThatThrownBy(() -> deep.infer(Signal.numbers(2, 3, 4)))
        .hasMessage(
            "layers[0].layers[1].layers[0]: numbers (B, 2, 3, 4) came in; (B, T, C) is wanted");
  }

  @Test
  void aFailureSaysWhereItIs() {
    var network = sequential(new Relu(), residual(new Flatten(), linear(2)));
    Layer layer = new LayerSample(network, Signal.numbers(2)).layer(DType.FLOAT64);
    Tensor wide = Tensor.of(new double[] {1, 2, 3}, 1, 3);
    assertThatThrownBy(() -> Pass.evaluation().through("body", layer, wide))
        .isInstanceOf(LayerException.class)
        .hasMessage("body.layers.1.layers.1 (Linear): (1, 3) · (2, 2): inner 3 ≠ 2");
  }

  @Test
  void watchersSeeWhatEachLayerMakes() {
    var network = sequential(new Relu(), residual(new Tanh()));
    Layer layer = new LayerSample(network, Signal.numbers(1)).layer(DType.FLOAT64);
    List<String> seen = new ArrayList<>();
    Pass pass = Pass.evaluation().watchedBy((place, _, y) -> seen.add(place + " " + y.item()));
    Tensor _ = layer.apply(Tensor.of(new double[] {-3}, 1, 1), pass);
    assertThat(seen).containsExactly("layers.0 0.0", "layers.1.layers.0 0.0", "layers.1 0.0");
  }

  static List<LayerSpec> withoutParameters() {
    List<LayerSpec> specs = new ArrayList<>(ActivationsTest.activations());
    specs.add(new Flatten());
    specs.add(residual(new Tanh()));
    specs.add(new LayerNorm.Spec(1e-5, true, true));
    return specs;
  }

  @ParameterizedTest
  @MethodSource("withoutParameters")
  void aLayerBetweenOthersDoesNotChangeTheirFirstNumbers(LayerSpec between) {
    var plain = new LayerSample(sequential(linear(3), linear(2)), Signal.numbers(4));
    var more = new LayerSample(sequential(linear(3), between, linear(2)), Signal.numbers(4));
    assertThat(linearNumbers(more)).containsExactlyElementsOf(linearNumbers(plain));
  }

  /// The first numbers of all linear maps, in order.
  private static List<Double> linearNumbers(LayerSample sample) {
    List<Double> numbers = new ArrayList<>();
    for (Layer layer : ((Sequential) sample.layer(DType.FLOAT64)).layers()) {
      if (layer instanceof Linear linear) {
        for (Parameters.Entry<Parameter> entry : Parameters.of(linear).learned()) {
          for (double number : entry.value().value().toDoubles()) {
            numbers.add(number);
          }
        }
      }
    }
    return numbers;
  }

  @Test
  void layersOfOneKindDrawDifferentNumbers() {
    var sample = new LayerSample(sequential(linear(4), linear(4)), Signal.numbers(4));
    var layers = ((Sequential) sample.layer(DType.FLOAT64)).layers();
    assertThat(((Linear) layers.get(0)).weight().value().toDoubles())
        .doesNotContain(((Linear) layers.get(1)).weight().value().toDoubles());
  }
}
