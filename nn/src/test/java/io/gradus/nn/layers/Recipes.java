package io.gradus.nn.layers;

import io.gradus.nn.Init;
import io.gradus.nn.Initialiser;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.Normal;
import io.gradus.tensor.Normalisations;
import io.gradus.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// Recipes for layers of sequences, as short as a test likes them.
final class Recipes {
  /// Large enough for every number to matter.
  static final Initialiser WIDE = new Normal(0, 0.5);

  static final Bend TANH = new Bend();

  private Recipes() {}

  /// A norm that learns nothing.
  record Plain() implements LayerSpec, Layer {
    @Override
    public Signal infer(Signal in) {
      return in;
    }

    @Override
    public Plain attach(Signal in, Init init) {
      return this;
    }

    @Override
    public Tensor apply(Tensor x, Pass pass) {
      return Normalisations.layerNorm(x, 1e-5);
    }
  }

  /// An activation.
  record Bend() implements LayerSpec, Layer {
    @Override
    public Signal infer(Signal in) {
      return in;
    }

    @Override
    public Bend attach(Signal in, Init init) {
      return this;
    }

    @Override
    public Tensor apply(Tensor x, Pass pass) {
      return x.tanh();
    }
  }

  static Rnn.Spec rnn(CellForm form, Start start, boolean bias) {
    return new Rnn.Spec(3, TANH, form, start, bias, WIDE, WIDE);
  }

  static Gru.Spec gru(CellForm form, Start start, boolean bias) {
    return new Gru.Spec(3, form, start, bias, WIDE, WIDE);
  }

  static Lstm.Spec lstm(Start start, boolean bias) {
    return new Lstm.Spec(3, start, bias, WIDE, WIDE);
  }

  static SelfAttention.Spec attention(int heads, Optional<Integer> keyValueHeads) {
    return new SelfAttention.Spec(
        heads, keyValueHeads, Optional.empty(), true, 0, WIDE, WIDE, WIDE);
  }

  static SelfAttention.Spec rotary(int heads, Optional<Integer> keyValueHeads) {
    var angles = new Rotary.Spec(10000);
    return new SelfAttention.Spec(
        heads, keyValueHeads, Optional.of(angles), false, 0.25, WIDE, WIDE, WIDE);
  }

  static FeedForward.Spec feedForward() {
    return new FeedForward.Spec(Optional.empty(), TANH, true, 0.25, WIDE, WIDE, WIDE);
  }

  static GatedFeedForward.Spec gated() {
    return new GatedFeedForward.Spec(Optional.empty(), TANH, true, 0.25, WIDE, WIDE, WIDE);
  }

  static TransformerBlock.Spec block(TransformerBlock.Place place, double dropout) {
    return new TransformerBlock.Spec(
        attention(2, Optional.empty()), feedForward(), new Plain(), place, dropout);
  }

  /// Layers of `(B, T, C)` in which no position knows a later one.
  static List<LayerTrial> causal() {
    return List.of(
        LayerTrial.of("causal-bow", new CausalBow.Spec(), 5, 4),
        LayerTrial.of("rnn", rnn(CellForm.TORCH, Start.ZEROS, true), 5, 4),
        LayerTrial.of("rnn makemore", rnn(CellForm.MAKEMORE, Start.LEARNED, true), 5, 4),
        LayerTrial.of("rnn, no bias", rnn(CellForm.MAKEMORE, Start.ZEROS, false), 1, 2),
        LayerTrial.of("gru", gru(CellForm.TORCH, Start.LEARNED, true), 5, 4),
        LayerTrial.of("gru, no bias", gru(CellForm.TORCH, Start.ZEROS, false), 3, 2),
        LayerTrial.of("gru makemore", gru(CellForm.MAKEMORE, Start.LEARNED, true), 5, 4),
        LayerTrial.of("gru makemore, no bias", gru(CellForm.MAKEMORE, Start.ZEROS, false), 3, 2),
        LayerTrial.of("lstm", lstm(Start.ZEROS, true), 5, 4),
        LayerTrial.of("lstm, no bias", lstm(Start.LEARNED, false), 3, 2),
        LayerTrial.of("attention", attention(3, Optional.empty()), 5, 6),
        LayerTrial.of("attention, grouped", attention(4, Optional.of(2)), 3, 8),
        LayerTrial.of("attention, rotary", rotary(2, Optional.of(1)), 5, 8),
        LayerTrial.of("transformer-block", block(TransformerBlock.Place.PRE, 0.25), 4, 4),
        LayerTrial.of("transformer-block, post", block(TransformerBlock.Place.POST, 0), 4, 4),
        LayerTrial.of(
            "transformer-block, Llama's way",
            new TransformerBlock.Spec(
                rotary(2, Optional.of(1)), gated(), new Plain(), TransformerBlock.Place.PRE, 0),
            3,
            4));
  }
}
