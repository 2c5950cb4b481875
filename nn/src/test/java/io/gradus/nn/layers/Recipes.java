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
      return Normalisations.rmsNorm(x, 1e-5);
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
}
