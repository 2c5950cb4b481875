package io.gradus.nn;

import io.gradus.tensor.Tensor;

/// A map from tensors to tensors, with parameters of its own.
///
/// A layer is a record in an exported package: its components are its parameters, buffers, settings
/// and sublayers, and the way to a parameter through them is its name, such as
/// `layers.0.attention.query.weight` (see [Parameters]). The first axis of what comes in and goes
/// out is the batch, B.
public interface Layer {
  /// What the layer makes of `x`.
  ///
  /// @param pass what else a forward pass is told: whether it is for training, and its randomness
  Tensor apply(Tensor x, Pass pass);
}
