package io.gradus.tensor;

import java.util.List;
import java.util.stream.IntStream;

/// What an [Operation] is whose gradients share most of their work: they are made together.
interface Joint {
  /// The gradients of all inputs: bit for bit those of [Operation#pullback], or these summed over
  /// the axes along which an input was repeated.
  List<Tensor> gradients(Tensor dy, List<Tensor> inputs, Tensor y);

  /// Whether a kernel may make them: of floats, where they are no expressions to be differentiated
  /// themselves, and nobody asks which of their operations failed.
  static boolean fused(Tensor dy) {
    Scope scope = Scope.current();
    return dy.dtype() == DType.FLOAT32 && !scope.recording() && !scope.guarded();
  }

  /// The gradients without a kernel.
  static List<Tensor> oneByOne(Operation operation, Tensor dy, List<Tensor> inputs, Tensor y) {
    return IntStream.range(0, inputs.size())
        .mapToObj(i -> operation.pullback(i, dy, inputs, y))
        .toList();
  }
}
