package io.gradus.models.makemore;

import io.gradus.data.Dataset;
import io.gradus.data.Form;
import io.gradus.nn.GradientComparison;
import io.gradus.nn.HandDifferentiated;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Outcome;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.nn.TrainedModel;
import io.gradus.nn.network.BufferSlice;
import io.gradus.nn.network.TensorSlice;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.Buffer;
import io.gradus.tensor.Indices;
import io.gradus.tensor.Losses;
import io.gradus.tensor.Shape;
import io.gradus.tensor.ShapeException;
import io.gradus.tensor.Tensor;
import io.gradus.tensor.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// An MLP with batch norm that learns without autograd.
///
/// In training the batch norm goes by the batch, else by running statistics, which each step moves
/// a little towards those of its batch. (The lecture takes those of all training examples once,
/// when the training is over.)
final class BackpropModel implements TrainedModel, LanguageModel, HandDifferentiated {
  /// Examples that are evaluated at once.
  private static final int AT_ONCE = 8192;

  private final ManualBackprop settings;
  private final Form.Sequences form;
  private final MlpWeights weights;
  private final List<TensorSlice> slices;
  private final Buffer runningMean;
  private final Buffer runningVariance;
  private final Workspace evaluation = new Workspace();

  BackpropModel(ManualBackprop settings, Form.Sequences form, MlpWeights weights) {
    this.settings = settings;
    this.form = form;
    this.weights = weights;
    this.slices =
        weights.all().stream()
            .map(parameter -> new TensorSlice(parameter.name(), parameter, true))
            .toList();
    Shape row = Shape.of(1, settings.hidden());
    this.runningMean = new Buffer("bnmean_running", Tensor.zeros(row, settings.dtype()));
    this.runningVariance = new Buffer("bnvar_running", Tensor.ones(row, settings.dtype()));
  }

  @Override
  public List<Slice> parameters() {
    return List.copyOf(slices);
  }

  @Override
  public List<Slice> buffers() {
    return List.of(
        new BufferSlice(runningMean.name(), runningMean),
        new BufferSlice(runningVariance.name(), runningVariance));
  }

  @Override
  public Outcome learn(Dataset examples, Pass pass) {
    TokenBatch batch = batch(examples);
    return Autograd.withoutGraph(() -> {
      Worked worked = settings.backward().work(weights, batch);
      double loss = worked.loss().item();
      if (Double.isFinite(loss)) {
        slices.forEach(
            slice -> slice.found(Optional.ofNullable(worked.gradients().get(slice.name()))));
      }
      pass.remember(runningMean, moved(pass.latest(runningMean), worked.mean()));
      pass.remember(runningVariance, moved(pass.latest(runningVariance), worked.variance()));
      return Outcome.of(loss);
    });
  }

  private static TokenBatch batch(Dataset examples) {
    TokenBatch batch = TokenBatch.of(examples);
    if (batch.size() < 2) {
      throw new ShapeException(
          "one example has no variance, which the batch norm divides by; two at least are wanted");
    }
    return batch;
  }

  /// `(1 - momentum)·r + momentum·s`.
  private Tensor moved(Tensor r, Tensor seen) {
    return r.mul(1 - settings.momentum()).add(seen.mul(settings.momentum()));
  }

  @Override
  public Outcome evaluate(Dataset examples) {
    double sum = 0;
    for (int from = 0; from < examples.size(); from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, examples.size());
      TokenBatch part = TokenBatch.of(examples.range(from, to));
      double mean =
          evaluation.call(() ->
              Autograd.withoutGraph(
                  () -> Losses.crossEntropy(logits(part.tokens()), part.answers()).item()));
      sum += mean * part.size();
    }
    return Outcome.of(sum / examples.size());
  }

  /// Scores of tokens (B, T) by the running statistics, (B, V).
  private Tensor logits(Indices tokens) {
    Tensor emb = weights.c().value().embedding(tokens); // (B, T, E)
    Tensor embcat = emb.reshape(tokens.shape().length(0), -1); // (B, T·E)
    Tensor hprebn = embcat.affine(weights.w1().value(), weights.b1().value()); // (B, H)
    Tensor bnvarInv = runningVariance.value().add(Worked.EPS).pow(-0.5); // (1, H)
    Tensor bnraw = hprebn.sub(runningMean.value()).mul(bnvarInv);
    Tensor hpreact = weights.bngain().value().mul(bnraw).add(weights.bnbias().value());
    return hpreact.tanh().affine(weights.w2().value(), weights.b2().value()); // (B, V)
  }

  @Override
  public List<GradientComparison> compare(Dataset examples) {
    return GradientTable.of(weights, batch(examples));
  }

  @Override
  public int context() {
    return form.ends() ? form.length() : Integer.MAX_VALUE;
  }

  @Override
  public Reading read() {
    int[] seen = new int[form.length()];
    Arrays.fill(seen, form.tokens().boundary()); // what stands before a document
    return token -> {
      System.arraycopy(seen, 1, seen, 0, seen.length - 1);
      seen[seen.length - 1] = token;
      Indices tokens = Indices.of(seen, 1, seen.length);
      return Autograd.withoutGraph(() -> logits(tokens)).toDoubles(); // (V)
    };
  }
}
