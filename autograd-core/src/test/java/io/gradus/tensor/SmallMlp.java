package io.gradus.tensor;

import io.gradus.random.CPython;
import io.gradus.random.Generator;
import java.util.List;

/// Three examples of two numbers, four hidden units, three classes: a net that fits on a page.
record SmallMlp(Parameter w1, Parameter b1, Parameter w2, Parameter b2, Tensor x) {
  private static final Indices CLASSES = Indices.of(2, 0, 1);

  static SmallMlp of(DType type) {
    Generator numbers = new CPython(42);
    return new SmallMlp(
        new Parameter("W1", numbers(numbers, type, 2, 4)),
        new Parameter("b1", numbers(numbers, type, 4)),
        new Parameter("W2", numbers(numbers, type, 4, 3)),
        new Parameter("b2", numbers(numbers, type, 3)),
        numbers(numbers, type, 3, 2).named("x"));
  }

  private static Tensor numbers(Generator numbers, DType type, int... shape) {
    double[] drawn = new double[Shape.of(shape).size()];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = numbers.uniform(-1, 1);
    }
    return Tensor.of(drawn, shape).to(type).detach();
  }

  List<Parameter> parameters() {
    return List.of(w1, b1, w2, b2);
  }

  /// The mean of `-ln p` of the right class.
  Tensor loss() {
    Tensor h = x.matmul(w1.value()).add(b1.value()).tanh().named("h");
    Tensor logits = h.matmul(w2.value()).add(b2.value()).named("logits");
    Tensor right = logits.logSoftmax(-1).gather(1, CLASSES.reshape(3, 1));
    return right.mean().neg().named("loss");
  }
}
