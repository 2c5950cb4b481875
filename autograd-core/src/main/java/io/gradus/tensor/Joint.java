package io.gradus.tensor;

import java.util.List;

/// What an [Operation] is whose gradients share most of their work: they are made together.
interface Joint {
  /// The gradients of all inputs, which have one shape, along a new first axis.
  Tensor joint(Tensor dy, List<Tensor> inputs);

  /// The part of one input.
  static Tensor part(Tensor joint, int input) {
    return joint.select(0, input);
  }
}
