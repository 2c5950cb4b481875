package io.gradus.nn.network;

import io.gradus.data.Dataset;
import io.gradus.data.Documents;
import io.gradus.data.Form;
import io.gradus.data.Points;
import io.gradus.nn.Initialiser;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.LossSpec;
import io.gradus.nn.Outcome;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.nn.TrainedModel;
import io.gradus.nn.initialisers.Normal;
import io.gradus.nn.layers.Embedding;
import io.gradus.nn.layers.LayerNorm;
import io.gradus.nn.layers.Linear;
import io.gradus.nn.layers.PositionEmbedding;
import io.gradus.nn.layers.Residual;
import io.gradus.nn.layers.SelfAttention;
import io.gradus.nn.losses.CrossEntropy;
import io.gradus.nn.losses.Reduction;
import io.gradus.random.Philox;
import io.gradus.tensor.DType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Networks and data as small as a test likes them.
final class Small {
  static final LossSpec CROSS_ENTROPY = new CrossEntropy(0, Reduction.MEAN, Optional.empty());

  /// The boundary 0 and the tokens 1 to 4.
  static final Form.Tokens TOKENS = new Form.Tokens(5, 0);

  private static final Initialiser WIDE = new Normal(0, 0.5);

  private Small() {}

  static SequentialSpec spec(LossSpec loss, DType type, LayerSpec... layers) {
    return new SequentialSpec(List.of(layers), loss, Optional.empty(), type, List.of());
  }

  /// Cross-entropy in doubles.
  static SequentialSpec spec(LayerSpec... layers) {
    return spec(CROSS_ENTROPY, DType.FLOAT64, layers);
  }

  /// Built for these data, always with the same first numbers.
  static Network network(SequentialSpec spec, Dataset data) {
    return (Network) spec.build(data.form(), new Philox(42));
  }

  static Linear.Spec linear(int out) {
    return linear(out, WIDE, WIDE);
  }

  static Linear.Spec linear(int out, Initialiser weights, Initialiser biases) {
    return new Linear.Spec(out, true, weights, biases);
  }

  static Embedding.Spec embedding(int width) {
    return new Embedding.Spec(width, WIDE);
  }

  /// A transformer in which each position speaks to those before it.
  static SequentialSpec transformer(DType type) {
    var attention =
        new SelfAttention.Spec(2, Optional.empty(), Optional.empty(), true, 0, WIDE, WIDE, WIDE);
    return spec(
        CROSS_ENTROPY,
        type,
        embedding(4),
        new PositionEmbedding.Spec(PositionEmbedding.Form.LEARNED, Optional.of(WIDE)),
        new Residual.Spec(List.of(new LayerNorm.Spec(1e-5, true, true), attention)),
        linear(TOKENS.vocabulary()));
  }

  static Documents documents(int[]... documents) {
    return new Documents(TOKENS, List.of(documents));
  }

  /// Points of two numbers and a target each: `{x, y, target}`.
  static Points points(double[]... rows) {
    return new Points(
        Arrays.stream(rows).map(row -> new Points.Point(List.of(row[0], row[1]), row[2])).toList());
  }

  /// So many steps of gradient descent; the loss before the last.
  static double descend(TrainedModel model, Dataset data, double rate, int steps) {
    double loss = Double.NaN;
    for (int step = 0; step < steps; step++) {
      Pass pass = Pass.evaluation();
      Outcome outcome = model.learn(data, pass);
      loss = outcome.loss();
      for (Slice slice : model.parameters()) {
        double[] w = new double[slice.size()];
        double[] g = new double[slice.size()];
        slice.read(w);
        slice.readGradient(g);
        for (int i = 0; i < w.length; i++) {
          w[i] -= rate * g[i];
        }
        slice.write(w);
      }
    }
    return loss;
  }
}
