package io.gradus.nn.layers;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;

/// `tanh x`, element by element.
public record Tanh() implements Layer {
  /// The hyperbolic tangent.
  @Doc("tanh x, element by element")
  public record Spec() implements LayerSpec {
    @Override
    public Signal infer(Signal in) {
      return new Signal.Numbers(in.requireNumbers(""));
    }

    @Override
    public Tanh attach(Signal in, Init init) {
      return new Tanh();
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.tanh();
  }
}
