package io.gradus.tensor;

import java.util.List;

/// What an [Operation] is whose gradients share most of their work: they are made together.
interface Joint {
  /// The gradients of all inputs: bit for bit those of [Operation#pullback].
  List<Tensor> gradients(Tensor dy, List<Tensor> inputs, Tensor y);
}
