package io.gradus.nn.losses;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Answers;
import io.gradus.nn.LossSpec;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Losses;
import io.gradus.tensor.Tensor;

/// The mean of `(x - y)² / 2` up to a distance of `δ`, of the tangent `δ (|x - y| - δ/2)` beyond
/// (Huber 1964).
@Doc("mean of (x - y)^2 / 2, beyond the distance delta of a straight line")
public record Huber(
    @Doc("the distance from which on the loss is straight") @Default("1.0") double delta,
    @Doc("mean or sum over all numbers") @Default("mean") Reduction reduction)
    implements LossSpec {
  public Huber {
    require(Double.isFinite(delta) && delta > 0, "delta = %s must be above 0", delta);
  }

  @Override
  public Tensor of(Tensor output, Answers answers) {
    return Losses.huber(output, LossAnswers.numbers(answers, output), delta, reduction.reduce());
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
