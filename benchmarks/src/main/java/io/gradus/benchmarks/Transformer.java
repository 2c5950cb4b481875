package io.gradus.benchmarks;

import io.gradus.random.Generator;
import io.gradus.tensor.Attention;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.Indices;
import io.gradus.tensor.Losses;
import io.gradus.tensor.Normalisations;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A transformer with norms before its blocks (Radford et al. 2019), written on tensors, plain SGD.
///
/// B is the batch; T the context; C the width; H the heads; V the vocabulary.
final class Transformer implements Network {
  private static final double RATE = 0.1;
  private static final double EPS = 1e-5;

  /// How large it is.
  ///
  /// @param bias whether its linear maps have one
  record Size(
      int vocabulary, int context, int width, int heads, int layers, int batch, boolean bias) {
    static final Size MAKEMORE = new Size(27, 16, 64, 4, 4, 32, true);
    static final Size GPT_CHAR_CPU = new Size(65, 64, 128, 4, 4, 12, false);
    static final Size GPT_CHAR_10M = new Size(65, 256, 384, 6, 6, 4, false);
  }

  /// `x·W + b`.
  private record Linear(Parameter weight, Optional<Parameter> bias) {
    static Linear of(int in, int out, boolean bias, Generator generator) {
      return new Linear(
          Recipe.normal("weight", generator, 0.02, in, out),
          bias ? Optional.of(Recipe.filled("bias", 0, out)) : Optional.empty());
    }

    Tensor apply(Tensor x) {
      Tensor y = x.matmul(weight.value());
      return bias.map(b -> y.add(b.value())).orElse(y);
    }

    Stream<Parameter> parameters() {
      return Stream.concat(Stream.of(weight), bias.stream());
    }
  }

  /// Layer norm with a learned scale and shift.
  private record Norm(Parameter gain, Parameter shift) {
    static Norm of(int width) {
      return new Norm(Recipe.filled("gain", 1, width), Recipe.filled("shift", 0, width));
    }

    Tensor apply(Tensor x) {
      return Normalisations.layerNorm(x, gain.value(), shift.value(), EPS);
    }

    Stream<Parameter> parameters() {
      return Stream.of(gain, shift);
    }
  }

  private record Block(
      int heads, Norm first, Linear joint, Linear out, Norm second, Linear up, Linear down) {
    static Block of(Size size, Generator generator) {
      int width = size.width;
      return new Block(
          size.heads,
          Norm.of(width),
          Linear.of(width, 3 * width, size.bias, generator),
          Linear.of(width, width, size.bias, generator),
          Norm.of(width),
          Linear.of(width, 4 * width, size.bias, generator),
          Linear.of(4 * width, width, size.bias, generator));
    }

    Tensor apply(Tensor x) {
      Tensor heard = Attention.causal(joint.apply(first.apply(x)), heads); // (B, T, C)
      Tensor attended = x.add(out.apply(heard));
      return attended.add(down.apply(up.apply(second.apply(attended)).gelu()));
    }

    Stream<Parameter> parameters() {
      return Stream.of(
              first.parameters(),
              joint.parameters(),
              out.parameters(),
              second.parameters(),
              up.parameters(),
              down.parameters())
          .flatMap(each -> each);
    }
  }

  private final Size size;
  private final Parameter tokens;
  private final Parameter places;
  private final List<Block> blocks;
  private final Norm norm;
  private final Linear head;
  private final List<Parameter> parameters;
  private final Text text;

  Transformer(Size size, Generator generator) {
    this.size = size;
    tokens = Recipe.normal("tokens", generator, 0.02, size.vocabulary, size.width);
    places = Recipe.normal("places", generator, 0.02, size.context, size.width);
    blocks = IntStream.range(0, size.layers).mapToObj(_ -> Block.of(size, generator)).toList();
    norm = Norm.of(size.width);
    head = Linear.of(size.width, size.vocabulary, false, generator);
    List<Parameter> all = new ArrayList<>(List.of(tokens, places));
    blocks.forEach(block -> all.addAll(block.parameters().toList()));
    all.addAll(norm.parameters().toList());
    all.addAll(head.parameters().toList());
    parameters = List.copyOf(all);
    text = new Text(generator, 100_000, size.vocabulary);
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public double step(Generator generator) {
    Text.Batch batch = text.batch(generator, size.batch, size.context);
    Tensor loss = loss(batch.tokens(), batch.next());
    Gradients gradients = Autograd.backward(loss, parameters);
    Recipe.descend(parameters, gradients, RATE);
    return loss.item();
  }

  private Tensor loss(Indices now, Indices next) {
    Tensor x = tokens.value().embedding(now).add(places.value()); // (B, T, C)
    for (Block block : blocks) {
      x = block.apply(x);
    }
    return Losses.crossEntropy(head.apply(norm.apply(x)), next); // scores (B, T, V)
  }
}
