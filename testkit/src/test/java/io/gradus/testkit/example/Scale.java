package io.gradus.testkit.example;

import io.gradus.nn.Fan;
import io.gradus.nn.Init;
import io.gradus.nn.Initialiser;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;

/// `y = x·g`, number by number of the last axis: a layer as a plugin would bring it.
///
/// @param gain `(C)`
public record Scale(Parameter gain) implements Layer {
  /// A factor for each number that comes in.
  @Doc("each number of the last axis times a learned factor")
  public record Spec(
      @Doc("first numbers of the factors") @Default("{type: ones}") Initialiser gainInit)
      implements LayerSpec {
    @Override
    public Signal infer(Signal in) {
      return new Signal.Numbers(in.requireNumbers("C"));
    }

    @Override
    public Scale attach(Signal in, Init init) {
      int width = in.shape().length(-1);
      return new Scale(init.parameter("gain", gainInit, Fan.each(width)));
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.mul(gain.value()); // (B, ..., C)
  }
}
