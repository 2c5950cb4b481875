package io.gradus.nn.layers;

import io.gradus.nn.Pass;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;

/// `tanh x`, element by element.
@Doc("tanh x, element by element")
public record Tanh() implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.tanh();
  }
}
