package io.gradus.nn.layers;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.random.Generator;
import io.gradus.random.Philox;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.stream.IntStream;

/// A recipe and what comes in: something to try a layer on.
record LayerSample(LayerSpec spec, Signal in) {
  /// The layer, always with the same first numbers.
  Layer layer(DType type) {
    return spec.attach(in, Init.of(new Philox(42), type));
  }

  /// A batch of what comes in, always the same: tokens, or numbers of both signs at least 0.25 from
  /// 0, where most kinks are.
  Tensor batch(int examples, DType type) {
    Shape shape = batched(examples, in.shape());
    Generator generator = new Philox(7);
    double[] numbers = new double[shape.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (in) {
            case Signal.Tokens tokens -> generator.below(tokens.vocabulary());
            case Signal.Numbers _ ->
                (generator.below(2) == 0 ? -1 : 1) * generator.uniform(0.25, 1.75);
          };
    }
    return Tensor.of(numbers, shape.lengths()).to(type).detach();
  }

  /// The shape of so many examples.
  static Shape batched(int examples, Shape example) {
    return Shape.of(
        IntStream.concat(IntStream.of(examples), IntStream.of(example.lengths())).toArray());
  }

  /// A pass for training that drops the same each time.
  static Pass training() {
    return Pass.training(() -> new Philox(11));
  }

  @Override
  public String toString() {
    return "%s of %s".formatted(spec, in);
  }
}
