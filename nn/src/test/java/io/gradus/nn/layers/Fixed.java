package io.gradus.nn.layers;

import io.gradus.nn.Layer;
import io.gradus.nn.Pass;
import io.gradus.random.Generator;
import io.gradus.random.Philox;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.Optional;
import java.util.stream.IntStream;

/// Layers with numbers that a test states.
final class Fixed {
  private Fixed() {}

  static Parameter parameter(int rows, int columns, double... numbers) {
    return new Parameter("weight", Tensor.of(numbers, rows, columns));
  }

  /// A linear map without a bias.
  static Linear linear(int in, int out, double... weight) {
    return new Linear(parameter(in, out, weight), Optional.empty());
  }

  /// A linear map with a bias.
  static Linear linear(Tensor weight, Tensor bias) {
    return new Linear(new Parameter("weight", weight), Optional.of(new Parameter("bias", bias)));
  }

  /// The map of each vector to itself.
  static Linear identity(int width) {
    double[] weight = new double[width * width];
    for (int i = 0; i < width; i++) {
      weight[i * (width + 1)] = 1;
    }
    return linear(width, width, weight);
  }

  /// What a layer says of one example.
  static double[] of(Layer layer, int length, int width, double... x) {
    return layer.apply(Tensor.of(x, 1, length, width), Pass.evaluation()).toDoubles();
  }

  /// Numbers from -1 to 1, the same for the same seed.
  static Tensor numbers(int seed, int... shape) {
    Generator random = new Philox(seed);
    int n = Shape.of(shape).size();
    return Tensor.of(
        IntStream.range(0, n).mapToDouble(_ -> random.uniform(-1, 1)).toArray(), shape);
  }
}
