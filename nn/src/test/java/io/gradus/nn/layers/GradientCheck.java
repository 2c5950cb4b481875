package io.gradus.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
record GradientCheck(Layer layer, Supplier<Pass> pass) {
  private static final double STEP = 1e-6;
  private static final double TOLERANCE = 1e-7;

  /// Compares for every number that comes in and for every parameter.
  void of(Tensor x) {
    Tensor loss = loss(x);
    Gradients gradients = Autograd.backward(loss);
    List<Parameter> learned =
        Parameters.of((Record) layer).learned().stream().map(Parameters.Entry::value).toList();
    List<double[]> found = learned.stream().map(w -> gradients.of(w).toDoubles()).toList();
    inputs(x, gradients.find(x));
    for (int i = 0; i < learned.size(); i++) {
      parameter(learned.get(i), found.get(i), x);
    }
  }

  /// One number that depends on each output in its own measure.
  private Tensor loss(Tensor x) {
    Tensor y = layer.apply(x, pass.get());
    double[] weights = new double[y.shape().size()];
    Generator generator = new Philox(3);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = generator.uniform(-1, 1);
    }
    return y.mul(Tensor.of(weights, y.shape().lengths())).sum();
  }

  private void inputs(Tensor x, Optional<Tensor> gradient) {
    if (gradient.isEmpty()) {
      return; // tokens
    }
    double[] found = gradient.get().toDoubles();
    double[] numbers = x.toDoubles();
    for (int i = 0; i < numbers.length; i++) {
      double expected =
          slope(numbers, i, () -> loss(Tensor.of(numbers, x.shape().lengths())).item());
      assertThat(found[i]).as("input %d", i).isCloseTo(expected, within(TOLERANCE));
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
                return loss(x).item();
              });
      assertThat(found[i])
          .as("%s, number %d", parameter.name(), i)
          .isCloseTo(expected, within(TOLERANCE));
    }
    parameter.update(Tensor.of(numbers, shape));
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
