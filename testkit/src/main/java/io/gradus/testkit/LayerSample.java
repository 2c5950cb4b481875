package io.gradus.testkit;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Parameters;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.random.Generator;
import io.gradus.random.Philox;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// A recipe and what comes in: something to try a layer on.
///
/// @param traits what the recipe declares
public record LayerSample(LayerSpec spec, Signal in, List<Trait> traits) {
  public LayerSample {
    traits = List.copyOf(traits);
  }

  /// A recipe, what comes in, and what the recipe declares.
  public LayerSample(LayerSpec spec, Signal in, Trait... traits) {
    this(spec, in, List.of(traits));
  }

  boolean declares(Trait trait) {
    return traits.contains(trait);
  }

  /// The same recipe where something else comes in.
  LayerSample where(Signal other) {
    return new LayerSample(spec, other, traits);
  }

  /// The layer, always with the same first numbers.
  Layer layer(DType type) {
    return spec.attach(in, Init.of(new Philox(42), type));
  }

  /// What a layer holds.
  static Parameters parameters(Layer layer) {
    if (layer instanceof Record record) {
      return Parameters.of(record);
    }
    throw new AssertionError(
        "%s is no record, so that nobody finds its parameters"
            .formatted(layer.getClass().getName()));
  }

  /// A batch of what comes in, always the same: tokens, or numbers of both signs at least 0.25 from
  /// 0, where most kinks are.
  Tensor batch(int examples, DType type) {
    return batch(examples, type, 7);
  }

  /// As [#batch(int, DType)], with other numbers for another seed.
  Tensor batch(int examples, DType type, int seed) {
    Shape shape = batched(examples, in.shape());
    Generator generator = new Philox(seed);
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
    Generator generator = new Philox(11);
    return Pass.training(() -> generator);
  }

  @Override
  public String toString() {
    return "%s of %s".formatted(spec, in);
  }
}
