package io.gradus.nn.layers;

import io.gradus.nn.Pass;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;

/// `max(x, 0)`, element by element.
@Doc("max(x, 0), element by element")
public record Relu() implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.relu();
  }
}
