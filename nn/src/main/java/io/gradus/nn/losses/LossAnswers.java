package io.gradus.nn.losses;

import io.gradus.nn.Answers;
import io.gradus.tensor.Targets;
import io.gradus.tensor.Tensor;

/// Answers as the losses of classes take them.
final class LossAnswers {
  /// Stands where no class is right.
  private static final int NONE = -1;

  private LossAnswers() {}

  /// A class for each row of scores; an `IllegalArgumentException` where the answers are numbers.
  static Targets classes(Answers answers, Tensor output) {
    return switch (answers) {
      case Answers.Classes(var classes) -> Targets.of(classes).ignoring(NONE);
      case Answers.Numbers _ ->
          throw new IllegalArgumentException(
              "scores %s are compared with classes, and numbers were given"
                  .formatted(output.shape()));
    };
  }
}
