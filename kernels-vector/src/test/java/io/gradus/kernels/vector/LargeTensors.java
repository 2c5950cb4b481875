package io.gradus.kernels.vector;

import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.Normalisations;
import io.gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Expressions of tensors long enough for the workers, down to a number for the bits of each result
/// and gradient.
final class LargeTensors {
  /// More than one chunk of rows, and more elements than one thread keeps to itself.
  private static final int ROWS = 1_100;

  private static final int COLUMNS = 300;

  private LargeTensors() {}

  static Map<String, String> digests() {
    Generator generator = Algorithm.PHILOX.generator(11);
    float[] numbers = new float[ROWS * COLUMNS];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) generator.gaussian();
    }
    Tensor x = Tensor.of(numbers, ROWS, COLUMNS);
    Map<String, UnaryOperator<Tensor>> expressions = new LinkedHashMap<>();
    expressions.put("tanh", Tensor::tanh);
    expressions.put("a row added", t -> t.add(t.slice(0, 3, 4)));
    expressions.put("a column times", t -> t.mul(t.slice(1, 5, 6)));
    expressions.put("sum of all", t -> t.square().sum());
    expressions.put("sums of rows", t -> t.square().sum(1));
    expressions.put("sums of columns", t -> t.square().sum(0));
    expressions.put("sums inside", t -> t.square().reshape(11, 100, COLUMNS).sum(1));
    expressions.put("largest", t -> t.max(1, true));
    expressions.put("softmax", t -> t.softmax(-1));
    expressions.put("log-softmax", t -> t.logSoftmax(-1));
    Tensor gain = x.select(0, 1);
    Tensor bias = x.select(0, 2);
    expressions.put("batch norm", t -> Normalisations.batchNorm(t, gain, bias, 1e-5, 1, 0));
    expressions.put("layer norm", t -> Normalisations.layerNorm(t, gain, bias, 1e-5));
    expressions.put("product", t -> t.transpose().matmul(t));
    expressions.put(
        "batch of products",
        t -> t.reshape(11, 100, COLUMNS).matmul(t.reshape(11, 100, COLUMNS).transpose()));
    Map<String, String> digests = new LinkedHashMap<>();
    expressions.forEach((name, expression) -> {
      Tensor y = expression.apply(x);
      Gradients gradients = Autograd.backward(y.mul(y).sum());
      digests.put(
          "large " + name,
          NumericsProbe.bits(y.toFloats()) + NumericsProbe.bits(gradients.of(x).toFloats()));
    });
    return digests;
  }
}
