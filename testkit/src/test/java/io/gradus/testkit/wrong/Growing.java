package io.gradus.testkit.wrong;

import io.gradus.nn.Init;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Signal;
import io.gradus.nn.layers.Relu;
import io.gradus.plugin.Doc;

/// A recipe that holds another number than it was given.
@Doc("a recipe that grows")
public record Growing(@Doc("one less than it is") int size) implements LayerSpec {
  public Growing {
    size++;
  }

  @Override
  public Signal infer(Signal in) {
    return in;
  }

  @Override
  public Relu attach(Signal in, Init init) {
    return new Relu();
  }
}
