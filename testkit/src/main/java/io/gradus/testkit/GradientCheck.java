package io.gradus.testkit;

import static org.assertj.core.api.Assertions.fail;

import io.gradus.nn.Layer;
import io.gradus.nn.Parameters;
import io.gradus.nn.Pass;
import io.gradus.random.Generator;
import io.gradus.random.Philox;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/// Gradients of a FLOAT64 layer beside central differences `(f(x + h) - f(x - h)) / 2h`.
///
/// @param pass makes the same pass each time
record GradientCheck(Layer layer, Supplier<Pass> pass) {
  private static final double STEP = 1e-6;

  /// Of a slope of 1; the rounding of the differences grows with the slope.
  private static final double TOLERANCE = 1e-7;

  /// Compares for every number that comes in and for every parameter.
  void of(Tensor x) {
    Tensor loss = loss(layer.apply(x, pass.get()));
    Gradients gradients = Autograd.backward(loss);
    List<Parameter> learned =
        LayerSample.parameters(layer).learned().stream().map(Parameters.Entry::value).toList();
    List<double[]> found = learned.stream().map(w -> gradients.of(w).toDoubles()).toList();
    inputs(x, gradients.find(x));
    for (int i = 0; i < learned.size(); i++) {
      parameter(learned.get(i), found.get(i), x);
    }
  }

  /// One number that depends on each output in its own measure.
  static Tensor loss(Tensor y) {
    double[] weights = new double[y.shape().size()];
    Generator generator = new Philox(3);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = generator.uniform(-1, 1);
    }
    return y.mul(Tensor.of(weights, y.shape().lengths()).to(y.dtype()).detach()).sum();
  }

  private void inputs(Tensor x, Optional<Tensor> gradient) {
    if (gradient.isEmpty()) {
      return; // tokens
    }
    double[] found = gradient.get().toDoubles();
    double[] numbers = x.toDoubles();
    for (int i = 0; i < numbers.length; i++) {
      int[] shape = x.shape().lengths();
      double expected = slope(numbers, i, () -> value(Tensor.of(numbers, shape)));
      requireClose("input", i, found[i], expected);
    }
  }

  private void parameter(Parameter parameter, double[] found, Tensor x) {
    int[] shape = parameter.value().shape().lengths();
    double[] numbers = parameter.value().toDoubles();
    for (int i = 0; i < numbers.length; i++) {
      double expected =
          slope(
              numbers,
              i,
              () -> {
                parameter.update(Tensor.of(numbers, shape));
                return value(x);
              });
      requireClose(parameter.name(), i, found[i], expected);
    }
    parameter.update(Tensor.of(numbers, shape));
  }

  private double value(Tensor x) {
    return loss(layer.apply(x, pass.get())).item();
  }

  private static void requireClose(String what, int place, double found, double expected) {
    double bound = TOLERANCE * Math.max(1, Math.abs(expected));
    if (!(Math.abs(found - expected) <= bound)) {
      fail(
          "the gradient of %s, number %d, is %s, and the slope there is %s",
          what, place, found, expected);
    }
  }

  /// The slope along one of the numbers, which are as they were afterwards.
  private static double slope(double[] numbers, int i, DoubleSupplier loss) {
    double before = numbers[i];
    numbers[i] = before + STEP;
    double above = loss.getAsDouble();
    numbers[i] = before - STEP;
    double below = loss.getAsDouble();
    numbers[i] = before;
    return (above - below) / (2 * STEP);
  }
}
