package io.gradus.testkit.wrong.calls;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.tensor.Tensor;

/// A layer whose digits depend on the processor.
public record Exponential() implements LayerSpec, Layer {
  @Override
  public Signal infer(Signal in) {
    return in;
  }

  @Override
  public Exponential attach(Signal in, Init init) {
    return this;
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.mul(Math.exp(0.5));
  }
}
