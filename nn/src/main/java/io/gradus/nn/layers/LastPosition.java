package io.gradus.nn.layers;

import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;

/// What stands at the last position: `(B, T, C)` becomes `(B, C)`.
@Doc("the last position alone, (B, T, C) to (B, C)")
public record LastPosition() implements Unlearned {
  @Override
  public Signal infer(Signal in) {
    return new Signal.Numbers(in.requireExactly("T, C").without(0));
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.select(1, -1); // (B, C)
  }
}
