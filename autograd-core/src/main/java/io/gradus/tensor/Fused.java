package io.gradus.tensor;

import java.util.List;

/// An operation that is one kernel where training spends its time, and equals its composition of
/// small operations bit for bit.
public sealed interface Fused extends Operation
    permits RowOperation,
        ColumnOperation,
        Activation,
        AttentionOperation,
        LossOperation,
        Product.Affine {
  /// The same expression in small operations: the reference of the kernel.
  Tensor composition(List<Tensor> inputs);

  /// That of the composition, unless a kernel knows it: so an operation that is a gradient has
  /// gradients of its own.
  @Override
  default Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
    return Autograd.through(this::composition, dy, inputs, input);
  }
}
