package io.gradus.nn;

import io.gradus.tensor.Indices;
import io.gradus.tensor.Tensor;

/// What a model should say to a batch.
public sealed interface Answers {
  /// How many answers count.
  int count();

  /// The right class for each row of scores; a negative number where none is right, which does not
  /// count.
  record Classes(Indices classes) implements Answers {
    @Override
    public int count() {
      int counted = 0;
      for (int i = 0; i < classes.shape().size(); i++) {
        counted += classes.at(i) >= 0 ? 1 : 0;
      }
      return counted;
    }
  }

  /// The right numbers.
  record Numbers(Tensor numbers) implements Answers {
    @Override
    public int count() {
      return numbers.shape().size();
    }
  }
}
