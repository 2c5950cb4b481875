package io.gradus.nn.layers;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.random.Philox;
import io.gradus.tensor.DType;

/// A recipe and what comes in.
record LayerSample(LayerSpec spec, Signal in) {
  /// The layer, always with the same first numbers.
  Layer layer(DType type) {
    return spec.attach(in, Init.of(new Philox(42), type));
  }

  /// A pass for training that drops the same each time.
  static Pass training() {
    return Pass.training(() -> new Philox(11));
  }
}
