package io.gradus.testkit;

import io.gradus.nn.LayerSpec;
import io.gradus.nn.Signal;
import io.gradus.nn.layers.Elu;
import io.gradus.nn.layers.Gelu;
import io.gradus.nn.layers.LeakyRelu;
import io.gradus.nn.layers.Relu;
import io.gradus.nn.layers.ReluSquared;
import io.gradus.nn.layers.Sigmoid;
import io.gradus.nn.layers.Silu;
import io.gradus.nn.layers.Softmax;
import io.gradus.nn.layers.Softplus;
import io.gradus.nn.layers.Tanh;
import java.util.List;
import java.util.stream.Stream;

class ActivationsTest implements LayerContract {
  private static final List<LayerSpec> ACTIVATIONS =
      List.of(
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

  @Override
  public List<LayerSample> samples() {
    return ACTIVATIONS.stream()
        .flatMap(spec ->
            Stream.of(
                new LayerSample(spec, Signal.numbers(5)),
                new LayerSample(spec, Signal.numbers(2, 3), Trait.CAUSAL)))
        .toList();
  }
}
