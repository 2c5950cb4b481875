package io.gradus.nn.layers;

import io.gradus.nn.Pass;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;

/// `ln (1 + eˣ)`, element by element.
@Doc("ln(1 + exp(x)), element by element")
public record Softplus() implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.softplus();
  }
}
