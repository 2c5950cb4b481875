package io.gradus.testkit.wrong;

import io.gradus.nn.Fan;
import io.gradus.nn.Init;
import io.gradus.nn.Initialiser;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;

/// A layer that adds numbers of any initialiser, under another name than its component's.
///
/// @param bias `(C)`
public record Unnamed(Parameter bias) implements Layer {
  /// The recipe.
  public record Spec(Initialiser initialiser) implements LayerSpec {
    @Override
    public Signal infer(Signal in) {
      return new Signal.Numbers(in.requireNumbers("C"));
    }

    @Override
    public Unnamed attach(Signal in, Init init) {
      int width = in.shape().length(-1);
      return new Unnamed(init.parameter("offset", initialiser, Fan.each(width)));
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.add(bias.value());
  }
}
