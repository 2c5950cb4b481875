package io.gradus.nn.layers;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Signal;

/// A layer with nothing to learn, and nothing to find out about what comes in: it is its own
/// recipe.
public interface Unlearned extends Layer, LayerSpec {
  @Override
  default Layer attach(Signal in, Init init) {
    return this;
  }
}
