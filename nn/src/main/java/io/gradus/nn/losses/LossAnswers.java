package io.gradus.nn.losses;

import io.gradus.nn.Answers;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Targets;
import io.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/// Answers as the losses take them.
final class LossAnswers {
  /// Stands where no class is right.
  private static final int NONE = -1;

  private LossAnswers() {}

  /// The same answers, where a class does not count.
  static Answers without(Optional<Integer> ignored, Answers answers) {
    return answers instanceof Answers.Classes(var classes) && ignored.isPresent()
        ? new Answers.Classes(classes.replaced(ignored.get(), NONE))
        : answers;
  }

  /// A class for each row of scores; an `IllegalArgumentException` where the answers are numbers.
  static Targets classes(Answers answers, Tensor output) {
    return switch (answers) {
      case Answers.Classes(var classes) -> {
        boolean all = answers.count() == classes.shape().size();
        yield all ? Targets.of(classes) : Targets.of(classes).ignoring(NONE);
      }
      case Answers.Numbers _ ->
          throw new IllegalArgumentException(
              "scores %s are compared with classes, and numbers were given"
                  .formatted(output.shape()));
    };
  }

  /// A number for each number of the output, in its shape: `(B)` beside `(B, 1)` becomes that. An
  /// `IllegalArgumentException` where the answers are classes, or do not fit.
  static Tensor numbers(Answers answers, Tensor output) {
    return switch (answers) {
      case Answers.Numbers(var numbers) -> beside(output, numbers);
      case Answers.Classes _ ->
          throw new IllegalArgumentException(
              "predictions %s are compared with numbers, and classes were given"
                  .formatted(output.shape()));
    };
  }

  /// The same numbers in other shapes may be in another order, so only axes of length 1 may differ.
  private static Tensor beside(Tensor output, Tensor numbers) {
    if (!Arrays.equals(longAxes(output.shape()), longAxes(numbers.shape()))) {
      throw new IllegalArgumentException(
          "predictions %s with answers %s: one answer for each prediction is wanted"
              .formatted(output.shape(), numbers.shape()));
    }
    return numbers.reshape(output.shape()).to(output.dtype());
  }

  private static int[] longAxes(Shape shape) {
    return Arrays.stream(shape.lengths()).filter(length -> length != 1).toArray();
  }
}
