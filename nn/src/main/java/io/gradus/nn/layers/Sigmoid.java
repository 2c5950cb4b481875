package io.gradus.nn.layers;

import io.gradus.nn.Pass;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;

/// `1 / (1 + e⁻ˣ)`, element by element.
@Doc("1 / (1 + exp(-x)), element by element")
public record Sigmoid() implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.sigmoid();
  }
}
