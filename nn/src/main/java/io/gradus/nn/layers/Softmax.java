package io.gradus.nn.layers;

import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;

/// `eˣ / Σ eˣ` over the last axis: shares of 1.
@Doc("exp(x) / sum exp(x) over the last axis")
public record Softmax() implements Unlearned {
  @Override
  public Signal infer(Signal in) {
    return new Signal.Numbers(in.requireNumbers("C"));
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.softmax(-1);
  }
}
