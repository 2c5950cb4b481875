package io.gradus.nn.layers;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Doc;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;

/// The mean of each position and of all before it, `y_t = (x_0 + ... + x_t) / (t + 1)`: a causal
/// bag of words.
public record CausalBow() implements Layer {
  /// A causal bag of words; nothing is learned.
  @Doc("each position the mean of itself and of all before it")
  public record Spec() implements LayerSpec {
    @Override
    public Signal infer(Signal in) {
      return new Signal.Numbers(in.requireExactly("T, C"));
    }

    @Override
    public CausalBow attach(Signal in, Init init) {
      return new CausalBow();
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.cumsum(1).div(counts(x.shape().length(1), x.dtype())); // (B, T, C)
  }

  /// 1, 2, ..., T as a column.
  private static Tensor counts(int length, DType type) {
    return Tensor.ones(Shape.of(length, 1), type).cumsum(0);
  }
}
