package io.gradus.tensor;

import java.util.IdentityHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a backward pass found: the gradient of a result with respect to what it was computed from.
public final class Gradients {
  private final IdentityHashMap<Tensor, Integer> places; // looked up, never iterated
  private final @Nullable Tensor[] found; // by place

  Gradients(IdentityHashMap<Tensor, Integer> places, @Nullable Tensor[] found) {
    this.places = places;
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
    Integer place = places.get(tensor);
    return place == null ? Optional.empty() : Optional.ofNullable(found[place]);
  }
}
