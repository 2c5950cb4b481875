package io.gradus.tensor;

import java.util.List;

/// What an [Operation] is that saves numbers it comes by on the way, of which its gradients follow
/// with little work: where the graph is recorded, floats, and the gradients are no expressions to
/// be differentiated themselves.
public interface Saving {
  /// A value, and what was saved beside it: nothing where the gradients are to be made without.
  record Result(Tensor y, List<Tensor> saved) {}

  /// The value, bit for bit that of [Operation#forward].
  Result forwardSaving(List<Tensor> inputs);

  /// The gradients of all inputs: bit for bit those of [Operation#pullback], or these summed over
  /// the axes along which an input was repeated.
  List<Tensor> gradients(Tensor dy, List<Tensor> inputs, List<Tensor> saved);
}
