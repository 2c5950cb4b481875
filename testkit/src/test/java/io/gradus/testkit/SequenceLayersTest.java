package io.gradus.testkit;

import io.gradus.nn.Initialiser;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.Normal;
import io.gradus.nn.layers.CausalBow;
import io.gradus.nn.layers.CausalWindow;
import io.gradus.nn.layers.CellForm;
import io.gradus.nn.layers.FeedForward;
import io.gradus.nn.layers.GatedFeedForward;
import io.gradus.nn.layers.Gru;
import io.gradus.nn.layers.LayerNorm;
import io.gradus.nn.layers.Lstm;
import io.gradus.nn.layers.RmsNorm;
import io.gradus.nn.layers.Rnn;
import io.gradus.nn.layers.Rotary;
import io.gradus.nn.layers.SelfAttention;
import io.gradus.nn.layers.Start;
import io.gradus.nn.layers.Tanh;
import io.gradus.nn.layers.TransformerBlock;
import io.gradus.nn.layers.TransformerBlock.Place;
import java.util.List;
import java.util.Optional;

/// Layers of `(B, T, C)` in which no position knows a later one.
class SequenceLayersTest implements LayerContract {
  /// Large enough for every number to matter.
  private static final Initialiser WIDE = new Normal(0, 0.5);

  private static LayerSample causal(LayerSpec spec, int length, int width) {
    return new LayerSample(spec, Signal.numbers(length, width), Trait.CAUSAL);
  }

  private static LayerSample dropping(LayerSpec spec, int length, int width) {
    Signal in = Signal.numbers(length, width);
    return new LayerSample(spec, in, Trait.CAUSAL, Trait.TRAINS_DIFFERENTLY);
  }

  private static Rnn.Spec rnn(CellForm form, Start start, boolean bias) {
    return new Rnn.Spec(3, new Tanh(), form, start, bias, WIDE, WIDE);
  }

  private static Gru.Spec gru(CellForm form, Start start, boolean bias) {
    return new Gru.Spec(3, form, start, bias, WIDE, WIDE);
  }

  private static SelfAttention.Spec attention(
      int heads, Optional<Integer> keyValueHeads, Optional<Rotary.Spec> angles, double dropout) {
    return new SelfAttention.Spec(heads, keyValueHeads, angles, true, dropout, WIDE, WIDE, WIDE);
  }

  private static SelfAttention.Spec attention(int heads, Optional<Integer> keyValueHeads) {
    return attention(heads, keyValueHeads, Optional.empty(), 0);
  }

  private static SelfAttention.Spec rotary(double dropout) {
    return attention(2, Optional.of(1), Optional.of(new Rotary.Spec(10000)), dropout);
  }

  private static TransformerBlock.Spec block(Place place, double dropout) {
    return new TransformerBlock.Spec(
        attention(2, Optional.empty()),
        new FeedForward.Spec(Optional.of(6), new Tanh(), true, dropout, WIDE, WIDE, WIDE),
        new LayerNorm.Spec(1e-5, true, true),
        place,
        dropout);
  }

  private static TransformerBlock.Spec llama() {
    return new TransformerBlock.Spec(
        rotary(0),
        new GatedFeedForward.Spec(Optional.of(3), new Tanh(), false, 0, WIDE, WIDE, WIDE),
        new RmsNorm.Spec(1e-5, true),
        Place.PRE,
        0);
  }

  @Override
  public List<LayerSample> samples() {
    return List.of(
        causal(new CausalBow.Spec(), 5, 4),
        causal(new CausalWindow.Spec(3, new Normal(0, 1)), 5, 4),
        causal(rnn(CellForm.TORCH, Start.ZEROS, true), 5, 4),
        causal(rnn(CellForm.MAKEMORE, Start.LEARNED, true), 5, 4),
        causal(rnn(CellForm.MAKEMORE, Start.ZEROS, false), 1, 2),
        causal(gru(CellForm.TORCH, Start.LEARNED, true), 5, 4),
        causal(gru(CellForm.TORCH, Start.ZEROS, false), 3, 2),
        causal(gru(CellForm.MAKEMORE, Start.LEARNED, true), 5, 4),
        causal(gru(CellForm.MAKEMORE, Start.ZEROS, false), 3, 2),
        causal(new Lstm.Spec(3, Start.ZEROS, true, WIDE, WIDE), 5, 4),
        causal(new Lstm.Spec(3, Start.LEARNED, false, WIDE, WIDE), 3, 2),
        causal(attention(3, Optional.empty()), 5, 6),
        causal(attention(4, Optional.of(2)), 3, 8),
        dropping(rotary(0.25), 5, 8),
        dropping(block(Place.PRE, 0.25), 4, 4),
        causal(block(Place.POST, 0), 4, 4),
        causal(llama(), 3, 4));
  }
}
