package io.gradus.nn;

import io.gradus.plugin.Kind;

/// A recipe for a layer, as an experiment file states it; widths follow from what comes in.
@Kind("layer")
public interface LayerSpec {
  /// What goes out where `in` comes in.
  ///
  /// Throws an `IllegalArgumentException` where such input is not for this layer: what came in, and
  /// what it wanted.
  Signal infer(Signal in);

  /// Builds the layer and draws its initial parameters. [#infer] has accepted `in` before.
  Layer attach(Signal in, Init init);
}
