package io.gradus.nn.losses;

import io.gradus.nn.Answers;
import io.gradus.nn.LossSpec;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Losses;
import io.gradus.tensor.Tensor;

/// The mean of `-y ln p - (1 - y) ln (1 - p)` with `p = sigmoid x`: the cross entropy of two
/// classes, whose answers are probabilities.
@Doc("mean of -y ln p - (1 - y) ln (1 - p), where p = sigmoid x")
public record BceWithLogits(
    @Doc("mean or sum over all numbers") @Default("mean") Reduction reduction) implements LossSpec {
  @Override
  public Tensor of(Tensor output, Answers answers) {
    return Losses.bceWithLogits(output, LossAnswers.numbers(answers, output), reduction.reduce());
  }

  @Override
  public Wants wants() {
    return Wants.NUMBERS;
  }

  @Override
  public boolean sums() {
    return reduction == Reduction.SUM;
  }
}
