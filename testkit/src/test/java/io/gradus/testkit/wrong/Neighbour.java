package io.gradus.testkit.wrong;

import io.gradus.nn.Init;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Signal;
import io.gradus.nn.layers.Relu;

/// A layer that is called like another one, and so is counted as one of those.
public record Neighbour() implements LayerSpec {
  @Override
  public Signal infer(Signal in) {
    return in;
  }

  @Override
  public Relu attach(Signal in, Init init) {
    return new Relu();
  }
}
