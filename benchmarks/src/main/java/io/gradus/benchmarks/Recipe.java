package io.gradus.benchmarks;

import io.gradus.random.Generator;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.DType;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.List;

/// What the networks here share: first numbers, descent, running statistics.
final class Recipe {
  private Recipe() {}

  static Parameter normal(String name, Generator generator, double deviation, int... shape) {
    float[] numbers = new float[Shape.of(shape).size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) generator.gaussian(0, deviation);
    }
    return new Parameter(name, Tensor.of(numbers, shape));
  }

  static Parameter filled(String name, double number, int... shape) {
    return new Parameter(name, Tensor.full(Shape.of(shape), number, DType.FLOAT32));
  }

  static void descend(List<Parameter> parameters, Gradients gradients, double rate) {
    for (Parameter parameter : parameters) {
      parameter.descend(gradients.of(parameter), rate);
    }
  }

  static void follow(Parameter running, Tensor now, double momentum) {
    Tensor apart = Autograd.withoutGraph(() -> running.value().sub(now));
    running.descend(apart, momentum);
  }
}
