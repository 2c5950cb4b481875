package io.gradus.nn.losses;

import io.gradus.nn.Answers;
import io.gradus.nn.LossSpec;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Losses;
import io.gradus.tensor.Tensor;
import java.util.Optional;

/// The mean of `-x` at the right class, for a model that makes log-probabilities `x` itself.
@Doc("mean of -x at the right class, where x are log-probabilities")
public record Nll(
    @Doc("mean or sum over the answers that count") @Default("mean") Reduction reduction,
    @Doc("a class that does not count where it is the right one, such as a filler's")
        Optional<Integer> ignore)
    implements LossSpec {
  @Override
  public Tensor of(Tensor output, Answers answers) {
    return Losses.nll(output, LossAnswers.classes(answers, output), reduction.reduce());
  }

  @Override
  public Answers counted(Answers answers) {
    return LossAnswers.without(ignore, answers);
  }

  @Override
  public Wants wants() {
    return Wants.CLASSES;
  }

  @Override
  public boolean sums() {
    return reduction == Reduction.SUM;
  }
}
