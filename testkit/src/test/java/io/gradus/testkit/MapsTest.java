package io.gradus.testkit;

import io.gradus.nn.Initialiser;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.Normal;
import io.gradus.nn.initialisers.TorchDefault;
import io.gradus.nn.layers.CausalConv1d;
import io.gradus.nn.layers.Conv1d;
import io.gradus.nn.layers.Embedding;
import io.gradus.nn.layers.FeedForward;
import io.gradus.nn.layers.GatedFeedForward;
import io.gradus.nn.layers.Linear;
import io.gradus.nn.layers.Tanh;
import io.gradus.tensor.Shape;
import java.util.List;
import java.util.Optional;

/// Maps with weights of their own.
class MapsTest implements LayerContract {
  private static final Initialiser DRAWN = new TorchDefault();

  private static Linear.Spec linear(int out, boolean bias) {
    return new Linear.Spec(out, bias, DRAWN, DRAWN);
  }

  private static Embedding.Spec embedding(int width) {
    return new Embedding.Spec(width, new Normal(0, 1));
  }

  private static LayerSample plain(int size, int stride, int padding, int dilation) {
    var spec = new Conv1d.Spec(2, size, stride, padding, dilation, true, DRAWN, DRAWN);
    return new LayerSample(spec, Signal.numbers(5, 3));
  }

  private static LayerSample causal(int size, int dilation) {
    var spec = new CausalConv1d(2, size, dilation, true, DRAWN, DRAWN);
    return new LayerSample(spec, Signal.numbers(5, 3), Trait.CAUSAL);
  }

  private static FeedForward.Spec feedForward(double dropout) {
    return new FeedForward.Spec(Optional.empty(), new Tanh(), true, dropout, DRAWN, DRAWN, DRAWN);
  }

  @Override
  public List<LayerSample> samples() {
    return List.of(
        new LayerSample(linear(3, true), Signal.numbers(4)),
        new LayerSample(linear(3, false), Signal.numbers(2, 4), Trait.CAUSAL),
        new LayerSample(linear(1, true), Signal.numbers(2, 3, 2)),
        new LayerSample(embedding(3), new Signal.Tokens(5, Shape.of(3)), Trait.CAUSAL),
        new LayerSample(embedding(2), new Signal.Tokens(4, Shape.SCALAR)),
        plain(1, 1, 0, 1),
        plain(3, 1, 0, 1),
        plain(3, 2, 1, 1),
        plain(2, 1, 2, 3),
        causal(1, 1),
        causal(2, 1),
        causal(3, 2),
        causal(4, 4),
        new LayerSample(feedForward(0), Signal.numbers(2, 3), Trait.CAUSAL),
        new LayerSample(feedForward(0.25), Signal.numbers(4), Trait.TRAINS_DIFFERENTLY),
        new LayerSample(
            new GatedFeedForward.Spec(Optional.of(5), new Tanh(), true, 0.25, DRAWN, DRAWN, DRAWN),
            Signal.numbers(2, 3),
            Trait.TRAINS_DIFFERENTLY,
            Trait.CAUSAL));
  }
}
