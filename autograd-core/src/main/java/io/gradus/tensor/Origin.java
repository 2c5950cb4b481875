package io.gradus.tensor;

import java.util.List;

/// Where a tensor's numbers come from.
public sealed interface Origin {
  /// Given from outside: data, a constant, or what was computed without recording.
  record Given() implements Leaf {
    static final Given GIVEN = new Given();
  }

  /// The numbers of a parameter as they stood after so many updates.
  record Learned(Parameter parameter, int updates) implements Leaf {}

  /// Nothing that was recorded lies behind it.
  sealed interface Leaf extends Origin permits Given, Learned {}

  /// The result of an operation.
  ///
  /// @param saved what the operation saved for its gradients, in its own order; mostly nothing
  record Made(Operation operation, List<Tensor> inputs, List<Tensor> saved) implements Origin {
    /// With nothing saved.
    public Made(Operation operation, List<Tensor> inputs) {
      this(operation, inputs, List.of());
    }

    /// The expression; what was saved is no part of it.
    @Override
    public String toString() {
      return "Made[operation=%s, inputs=%s]".formatted(operation, inputs);
    }
  }
}
