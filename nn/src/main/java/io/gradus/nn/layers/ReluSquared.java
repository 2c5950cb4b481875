package io.gradus.nn.layers;

import io.gradus.nn.Pass;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;

/// `max(x, 0)²`, element by element (So et al. 2021).
@Doc("max(x, 0)^2, element by element (So et al. 2021)")
public record ReluSquared() implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.reluSquared();
  }
}
