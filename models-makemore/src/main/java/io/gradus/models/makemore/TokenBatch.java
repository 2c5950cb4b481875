package io.gradus.models.makemore;

import io.gradus.data.Dataset;
import io.gradus.data.Sequences;
import io.gradus.tensor.DType;
import io.gradus.tensor.Indices;
import io.gradus.tensor.Mask;
import io.gradus.tensor.Tensor;

/// B examples: T tokens each, and the token that follows.
///
/// @param tokens `Xb`, (B, T)
/// @param answers `Yb`, (B)
record TokenBatch(Indices tokens, Indices answers) {
  static TokenBatch of(Dataset examples) {
    if (!(examples instanceof Sequences sequences)) {
      throw new IllegalArgumentException("no batch of " + examples.form().inWords());
    }
    int b = sequences.size();
    return new TokenBatch(
        Indices.of(sequences.inputs(), b, sequences.form().length()),
        Indices.of(sequences.answers(), b));
  }

  /// B.
  int size() {
    return answers.shape().size();
  }

  /// In the shape (B, V) of the logits, 1 at each answer and 0 elsewhere.
  Tensor oneHotAnswers(Tensor logits) {
    return oneHot(answers, logits.shape().length(1), logits.dtype());
  }

  /// `Σ dembᵢ` over all places i where a token stood, one row for each token, as in the table (V,
  /// E): the transposed one-hot tokens times `demb`.
  Tensor summedByToken(Tensor demb, Tensor table) {
    Tensor chosen = oneHot(tokens, table.shape().length(0), table.dtype()); // (B·T, V)
    return chosen.transpose().matmul(demb.reshape(-1, table.shape().length(1)));
  }

  private static Tensor oneHot(Indices indices, int classes, DType type) {
    int rows = indices.shape().size();
    boolean[] set = new boolean[rows * classes];
    for (int row = 0; row < rows; row++) {
      set[row * classes + indices.at(row)] = true;
    }
    return Mask.of(set, rows, classes).numbers(type);
  }
}
