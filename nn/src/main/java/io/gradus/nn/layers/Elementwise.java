package io.gradus.nn.layers;

import io.gradus.nn.Signal;

/// A function of one number, for each number of any shape.
public interface Elementwise extends Unlearned {
  @Override
  default Signal infer(Signal in) {
    return new Signal.Numbers(in.requireNumbers(""));
  }
}
