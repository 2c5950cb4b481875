package io.gradus.tensor;

import java.util.List;

/// What computes a tensor from tensors, and how a gradient passes through it.
///
/// A closed family, so that a `switch` over it is complete, with one door: [CustomOperation].
public sealed interface Operation
    permits Unary, Binary, Reduction, View, Selection, Product, Fused, CustomOperation {
  /// What it is called in a graph, attributes included: `sum(axes=[0], keep=true)`.
  default String name() {
    return OperationName.of(this);
  }

  /// The formula of the value and of the gradients, on one line.
  String formula();

  /// The value. Nothing is recorded here.
  ///
  /// @throws ShapeException if the inputs do not fit
  Tensor forward(List<Tensor> inputs);

  /// The gradient of one input, written as an expression, so that it has gradients itself.
  ///
  /// It has the shape of that input, or one that the input was broadcast to; who accumulates it
  /// sums it up.
  ///
  /// @param input which of the inputs
  /// @param dy the gradient of the result
  /// @param y the result
  Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y);
}
