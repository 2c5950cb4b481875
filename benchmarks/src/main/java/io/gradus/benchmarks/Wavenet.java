package io.gradus.benchmarks;

import io.gradus.random.Generator;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.Indices;
import io.gradus.tensor.Losses;
import io.gradus.tensor.Normalisations;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The WaveNet of makemore part 5, written on tensors: context 8, embedding 24, three blocks of 128
/// that fuse pairs, 76,579 parameters, plain SGD.
///
/// B is the batch, 32; T the positions that are left; C the width; H the hidden width, 128; V the
/// vocabulary, 27.
final class Wavenet implements Network {
  private static final int BATCH = 32;
  private static final int CONTEXT = 8;
  private static final int WIDTH = 24;
  private static final int HIDDEN = 128;
  private static final int VOCABULARY = 27;
  private static final double RATE = 0.1;

  private record Block(
      Parameter weight, Parameter gain, Parameter bias, Parameter mean, Parameter variance) {
    static Block of(int in, Generator generator) {
      return new Block(
          Recipe.normal("weight", generator, 1 / Math.sqrt(in), in, HIDDEN),
          Recipe.filled("gain", 1, HIDDEN),
          Recipe.filled("bias", 0, HIDDEN),
          Recipe.filled("running mean", 0, 1, HIDDEN),
          Recipe.filled("running variance", 1, 1, HIDDEN));
    }

    /// Pairs of neighbours as one, a linear map, batch norm over all but the last axis, tanh.
    Tensor apply(Tensor x) {
      int rows = x.shape().size() / (2 * x.shape().length(-1));
      Tensor pairs = x.reshape(rows, -1); // (B·T/2, 2C)
      Tensor h = pairs.matmul(weight.value()); // (B·T/2, H)
      var batch = Normalisations.Statistics.of(h, 1, 0); // (1, H)
      Recipe.follow(mean, batch.mean(), 0.1);
      Recipe.follow(variance, batch.variance(), 0.1);
      return Normalisations.batchNorm(h, gain.value(), bias.value(), 1e-5, 1, 0).tanh();
    }
  }

  private final Parameter table;
  private final List<Block> blocks;
  private final Parameter head;
  private final Parameter headBias;
  private final List<Parameter> parameters;
  private final Examples examples;

  Wavenet(Generator generator) {
    table = Recipe.normal("table", generator, 1, VOCABULARY, WIDTH);
    blocks =
        IntStream.of(2 * WIDTH, 2 * HIDDEN, 2 * HIDDEN)
            .mapToObj(in -> Block.of(in, generator))
            .toList();
    head = Recipe.normal("head", generator, 0.1 / Math.sqrt(HIDDEN), HIDDEN, VOCABULARY);
    headBias = Recipe.filled("head bias", 0, VOCABULARY);
    List<Parameter> all = new ArrayList<>(List.of(table, head, headBias));
    blocks.forEach(block -> all.addAll(List.of(block.weight, block.gain, block.bias)));
    parameters = List.copyOf(all);
    examples = new Examples(generator, 180_000, CONTEXT, VOCABULARY);
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public double step(Generator generator) {
    Examples.Batch batch = examples.batch(generator, BATCH);
    Tensor loss = loss(batch.contexts(), batch.targets());
    Gradients gradients = Autograd.backward(loss, parameters);
    Recipe.descend(parameters, gradients, RATE);
    return loss.item();
  }

  private Tensor loss(Indices contexts, Indices targets) {
    Tensor x = table.value().embedding(contexts); // (B, T, C)
    for (Block block : blocks) {
      x = block.apply(x);
    }
    Tensor logits = x.matmul(head.value()).add(headBias.value()); // (B, V)
    return Losses.crossEntropy(logits, targets);
  }
}
