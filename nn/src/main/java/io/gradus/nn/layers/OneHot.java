package io.gradus.nn.layers;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Doc;
import io.gradus.tensor.DType;
import io.gradus.tensor.Indices;
import io.gradus.tensor.Tensor;

/// A one at the token's place and zeros elsewhere: `(B, ...)` becomes `(B, ..., vocabulary)`.
///
/// @param type of the numbers that go out
public record OneHot(int vocabulary, DType type) implements Layer {
  /// One-hot vectors as long as the vocabulary of the tokens that come in.
  @Doc("a one at the token's place and zeros elsewhere, a vector for each token")
  public record Spec() implements LayerSpec {
    @Override
    public Signal infer(Signal in) {
      return in.extended(in.requireTokens().vocabulary());
    }

    @Override
    public OneHot attach(Signal in, Init init) {
      return new OneHot(in.requireTokens().vocabulary(), init.type());
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return Indices.of(x).oneHot(vocabulary, type); // (B, ..., vocabulary)
  }
}
