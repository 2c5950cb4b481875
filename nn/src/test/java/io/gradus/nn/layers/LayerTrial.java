package io.gradus.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Parameters;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.random.Generator;
import io.gradus.random.Philox;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.DType;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What every layer promises, tried on a recipe and the shape of an example.
///
/// @param name of the layer, for messages
record LayerTrial(String name, LayerSpec spec, Signal in) {
  /// Near the cube root of the spacing of doubles, where the error of rounding and that of the
  /// formula are about equal.
  private static final double STEP = 1e-5;

  private static final double TOLERANCE = 1e-7;

  static LayerTrial of(String name, LayerSpec spec, int... example) {
    return new LayerTrial(name, spec, Signal.numbers(example));
  }

  @Override
  public String toString() {
    return name;
  }

  Layer layer(DType type) {
    return spec.attach(in, Init.of(new Philox(7), type));
  }

  /// Numbers from -1 to 1, the same for the same seed.
  static Tensor numbers(int seed, int... shape) {
    Generator random = new Philox(seed);
    int n = Shape.of(shape).size();
    return Tensor.of(
        IntStream.range(0, n).mapToDouble(_ -> random.uniform(-1, 1)).toArray(), shape);
  }

  private Tensor batch(int size) {
    return numbers(11, withBatch(size, in.shape()));
  }

  private static int[] withBatch(int size, Shape example) {
    int[] lengths = example.lengths();
    return IntStream.concat(IntStream.of(size), IntStream.of(lengths)).toArray();
  }

  /// A pass for training whose randomness is the same each time.
  static Pass training() {
    Generator random = new Philox(3);
    return Pass.training(() -> random);
  }

  void requireShape(int batch) {
    Tensor y = layer(DType.FLOAT64).apply(batch(batch), Pass.evaluation());
    assertThat(y.shape()).isEqualTo(Shape.of(withBatch(batch, spec.infer(in).shape())));
  }

  /// That the gradients of the input and of every parameter are what a small step makes of a sum.
  void requireSlopes() {
    Layer layer = layer(DType.FLOAT64);
    Tensor x = batch(2);
    Tensor y = sum(layer, x);
    Gradients gradients = Autograd.backward(y);
    requireSlopes("x", gradients.of(x), x, other -> sum(layer, other).item());
    for (var entry : Parameters.of((Record) layer).learned()) {
      Parameter parameter = entry.value();
      Tensor before = parameter.value().kept();
      Tensor gradient = gradients.of(parameter);
      Function<Tensor, Double> result =
          other -> {
            parameter.update(other);
            return sum(layer, x).item();
          };
      requireSlopes(entry.name(), gradient, before, result);
      parameter.update(before);
    }
  }

  private static Tensor sum(Layer layer, Tensor x) {
    Tensor y = layer.apply(x, training());
    return y.mul(numbers(13, y.shape().lengths())).sum();
  }

  private static void requireSlopes(
      String what, Tensor gradient, Tensor x, Function<Tensor, Double> result) {
    double[] slopes = gradient.toDoubles();
    double[] numbers = x.toDoubles();
    for (int i = 0; i < numbers.length; i++) {
      double slope =
          (result.apply(shifted(x, numbers, i, STEP)) - result.apply(shifted(x, numbers, i, -STEP)))
              / (2 * STEP);
      assertThat(slopes[i])
          .as("%s at %d", what, i)
          .isCloseTo(slope, within(TOLERANCE * Math.max(1, Math.abs(slope))));
    }
  }

  private static Tensor shifted(Tensor x, double[] numbers, int place, double by) {
    double[] other = numbers.clone();
    other[place] += by;
    return Tensor.of(other, x.shape().lengths());
  }

  /// That the past does not know the future: other numbers at a position of `(B, T, C)` change no
  /// bit before it, and something there.
  void requireCausal(DType type) {
    Layer layer = layer(type);
    Tensor x = batch(2).to(type).detach();
    Tensor y = layer.apply(x, Pass.evaluation());
    int length = in.shape().length(0);
    for (int t = 0; t < length; t++) {
      Tensor future = numbers(17 + t, withBatch(2, in.shape())).to(type).detach();
      Tensor other =
          t == 0
              ? future
              : Tensor.concatenate(1, List.of(x.slice(1, 0, t), future.slice(1, t, length)));
      Tensor changed = layer.apply(other, Pass.evaluation());
      assertThat(changed.slice(1, 0, t).toDoubles())
          .as("before %d", t)
          .isEqualTo(y.slice(1, 0, t).toDoubles());
      assertThat(changed.select(1, t).toDoubles())
          .as("at %d", t)
          .isNotEqualTo(y.select(1, t).toDoubles());
    }
  }
}
