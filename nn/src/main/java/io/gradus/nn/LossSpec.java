package io.gradus.nn;

import io.gradus.plugin.Kind;
import io.gradus.tensor.Tensor;

/// How far a model's output is from what it should be.
@Kind("loss")
public interface LossSpec {
  /// One number to be made small.
  ///
  /// @param output what the model made: scores `(..., C)` of C classes, or numbers
  /// @param answers what it should have made
  /// @throws IllegalArgumentException if the answers are not of the kind that this loss compares
  ///   with
  Tensor of(Tensor output, Answers answers);

  /// The answers with those marked that do not count for this loss: a class that it ignores becomes
  /// a negative number.
  default Answers counted(Answers answers) {
    return answers;
  }

  /// What the loss wants of the model and of the data.
  Wants wants();

  /// Whether the loss of a batch is the sum over its answers; else it is their mean.
  default boolean sums() {
    return false;
  }

  /// What a loss compares with.
  enum Wants {
    /// A score for each class, and the place of the right class.
    CLASSES,
    /// As many numbers as the data give.
    NUMBERS
  }
}
