package io.gradus.benchmarks;

import io.gradus.random.Generator;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.Indices;
import io.gradus.tensor.Losses;
import io.gradus.tensor.Normalisations;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.util.List;

/// The MLP of makemore part 3, written on tensors: context 3, embedding 10, hidden 200 with batch
/// norm by hand, 12,097 parameters, plain SGD.
///
/// B is the batch, 32; T the context, 3; C the embedding, 10; H the hidden width, 200; V the
/// vocabulary, 27.
final class BatchnormMlp implements Network {
  private static final int BATCH = 32;
  private static final int CONTEXT = 3;
  private static final int WIDTH = 10;
  private static final int HIDDEN = 200;
  private static final int VOCABULARY = 27;
  private static final double RATE = 0.1;

  private final Parameter table;
  private final Parameter hidden;
  private final Parameter gain;
  private final Parameter bias;
  private final Parameter head;
  private final Parameter headBias;
  private final List<Parameter> parameters;
  private final Parameter runningMean;
  private final Parameter runningDeviation;
  private final Examples examples;

  BatchnormMlp(Generator generator) {
    table = Recipe.normal("table", generator, 1, VOCABULARY, WIDTH);
    hidden = Recipe.normal("hidden", generator, 0.3, CONTEXT * WIDTH, HIDDEN);
    gain = Recipe.filled("gain", 1, HIDDEN);
    bias = Recipe.filled("bias", 0, HIDDEN);
    head = Recipe.normal("head", generator, 0.01, HIDDEN, VOCABULARY);
    headBias = Recipe.filled("head bias", 0, VOCABULARY);
    parameters = List.of(table, hidden, gain, bias, head, headBias);
    runningMean = Recipe.filled("running mean", 0, 1, HIDDEN);
    runningDeviation = Recipe.filled("running deviation", 1, 1, HIDDEN);
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
    Tensor x = table.value().embedding(contexts).reshape(BATCH, CONTEXT * WIDTH); // (B, T·C)
    Tensor h = x.matmul(hidden.value()); // (B, H)
    var batch = Normalisations.Statistics.of(h, 1, 0); // (1, H)
    Recipe.follow(runningMean, batch.mean(), 0.001);
    Recipe.follow(runningDeviation, batch.variance().sqrt(), 0.001);
    Tensor normal = Normalisations.batchNorm(h, gain.value(), bias.value(), 0, 1, 0);
    Tensor logits = normal.tanh().matmul(head.value()).add(headBias.value()); // (B, V)
    return Losses.crossEntropy(logits, targets);
  }
}
