package io.gradus.tensor;

import java.util.IdentityHashMap;
import java.util.Optional;

/// What a backward pass found: the gradient of a result with respect to what it was computed from.
public final class Gradients {
  private final IdentityHashMap<Tensor, Tensor> found; // looked up, never iterated

  Gradients(IdentityHashMap<Tensor, Tensor> found) {
    this.found = found;
  }

  /// The gradient of a tensor of the graph, in its shape.
  ///
  /// @throws IllegalArgumentException if the result does not depend on it
  public Tensor of(Tensor tensor) {
    return find(tensor)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the result does not depend on %s %s"
                    .formatted(
                        tensor.name().isEmpty() ? "this tensor of shape" : tensor.name(),
                        tensor.shape())));
  }

  /// The gradient of a parameter, in its shape.
  ///
  /// @throws IllegalArgumentException if the result does not depend on it, or if it was updated
  ///   since
  public Tensor of(Parameter parameter) {
    return of(parameter.value());
  }

  /// The gradient, where the result depends on the tensor.
  public Optional<Tensor> find(Tensor tensor) {
    return Optional.ofNullable(found.get(tensor));
  }
}
