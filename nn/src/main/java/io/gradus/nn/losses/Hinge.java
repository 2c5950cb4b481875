package io.gradus.nn.losses;

import io.gradus.nn.Answers;
import io.gradus.nn.LossSpec;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Losses;
import io.gradus.tensor.Tensor;

/// The mean of `max(0, 1 - x·y)`, whose answers are -1 or 1 (Cortes & Vapnik 1995).
@Doc("mean of max(0, 1 - x y), where y is -1 or 1")
public record Hinge(@Doc("mean or sum over all numbers") @Default("mean") Reduction reduction)
    implements LossSpec {
  @Override
  public Tensor of(Tensor output, Answers answers) {
    return Losses.hinge(output, LossAnswers.numbers(answers, output), reduction.reduce());
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
