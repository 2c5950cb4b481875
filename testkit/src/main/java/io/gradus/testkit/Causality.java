package io.gradus.testkit;

import io.gradus.nn.Layer;
import io.gradus.nn.Pass;
import io.gradus.tensor.DType;
import io.gradus.tensor.Tensor;
import java.util.List;

/// The past of a sequence `(B, T, ...)`, which does not know its future.
final class Causality {
  private Causality() {}

  /// That other numbers from a position on change no bit before it.
  static void require(LayerSample sample, DType type) {
    Layer layer = sample.layer(type);
    Tensor x = sample.batch(2, type);
    Tensor future = sample.batch(2, type, 17);
    Tensor y = layer.apply(x, Pass.evaluation());
    int length = sample.in().shape().length(0);
    for (int t = 1; t < length; t++) {
      Tensor other = Tensor.concatenate(1, List.of(x.slice(1, 0, t), future.slice(1, t, length)));
      Tensor changed = layer.apply(other, Pass.evaluation());
      SameBits.require(
          y.slice(1, 0, t),
          changed.slice(1, 0, t),
          "%s declares CAUSAL, and what comes in from position %d on changes what goes out before"
              .formatted(sample, t));
    }
  }
}
