package io.gradus.testkit;

import io.gradus.nn.Initialiser;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.TorchDefault;
import io.gradus.nn.layers.Dropout;
import io.gradus.nn.layers.Flatten;
import io.gradus.nn.layers.FlattenConsecutive;
import io.gradus.nn.layers.LastPosition;
import io.gradus.nn.layers.Linear;
import io.gradus.nn.layers.MeanPositions;
import io.gradus.nn.layers.OneHot;
import io.gradus.nn.layers.PositionEmbedding;
import io.gradus.nn.layers.PositionEmbedding.Form;
import io.gradus.nn.layers.Residual;
import io.gradus.nn.layers.Sequential;
import io.gradus.nn.layers.Tanh;
import io.gradus.tensor.Shape;
import java.util.List;
import java.util.Optional;

/// Layers that move numbers about, and those that are made of layers.
class ShapesTest implements LayerContract {
  private static final Initialiser DRAWN = new TorchDefault();

  private static Linear.Spec linear(int out) {
    return new Linear.Spec(out, true, DRAWN, DRAWN);
  }

  private static Sequential.Spec sequential(LayerSpec... layers) {
    return new Sequential.Spec(List.of(layers));
  }

  private static Residual.Spec residual(LayerSpec... layers) {
    return new Residual.Spec(List.of(layers));
  }

  @Override
  public List<LayerSample> samples() {
    return List.of(
        new LayerSample(new Flatten(), Signal.numbers()),
        new LayerSample(new Flatten(), Signal.numbers(4)),
        new LayerSample(new Flatten(), Signal.numbers(3, 2, 2)),
        new LayerSample(new FlattenConsecutive(1), Signal.numbers(3, 2)),
        new LayerSample(new FlattenConsecutive(2), Signal.numbers(6, 2)),
        new LayerSample(new FlattenConsecutive(4), Signal.numbers(4, 2)),
        new LayerSample(new LastPosition(), Signal.numbers(3, 2)),
        new LayerSample(new MeanPositions(), Signal.numbers(3, 2)),
        new LayerSample(new OneHot.Spec(), new Signal.Tokens(5, Shape.of(3)), Trait.CAUSAL),
        new LayerSample(new OneHot.Spec(), new Signal.Tokens(4, Shape.SCALAR)),
        new LayerSample(
            new PositionEmbedding.Spec(Form.LEARNED, Optional.of(DRAWN)), Signal.numbers(3, 2)),
        new LayerSample(
            new PositionEmbedding.Spec(Form.SINUSOIDAL, Optional.empty()),
            Signal.numbers(2, 5),
            Trait.CAUSAL),
        new LayerSample(new Dropout.Spec(0.25), Signal.numbers(3, 4), Trait.TRAINS_DIFFERENTLY),
        new LayerSample(sequential(linear(3), new Tanh(), linear(2)), Signal.numbers(4)),
        new LayerSample(
            residual(linear(3), new Tanh(), linear(4)), Signal.numbers(3, 4), Trait.CAUSAL),
        new LayerSample(residual(sequential(linear(3))), Signal.numbers(2, 3)));
  }
}
