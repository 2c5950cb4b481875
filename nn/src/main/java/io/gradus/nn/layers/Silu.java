package io.gradus.nn.layers;

import io.gradus.nn.Pass;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;

/// `x · sigmoid x`, element by element (Hendrycks & Gimpel 2016; Elfwing et al. 2017).
@Doc("x * sigmoid x, element by element (Elfwing et al. 2017)")
public record Silu() implements Elementwise {
  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.silu();
  }
}
