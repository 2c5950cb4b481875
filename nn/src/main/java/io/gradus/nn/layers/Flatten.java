package io.gradus.nn.layers;

import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;

/// All axes but the batch as one: `(B, T, C)` becomes `(B, T·C)`.
@Doc("all axes but the batch as one")
public record Flatten() implements Unlearned {
  @Override
  public Signal infer(Signal in) {
    return Signal.numbers(in.requireNumbers("").size());
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    Shape shape = x.shape();
    return x.reshape(Shape.of(shape.length(0), shape.without(0).size()));
  }
}
