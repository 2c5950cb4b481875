package io.gradus.nn.losses;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Answers;
import io.gradus.nn.LossSpec;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Losses;
import io.gradus.tensor.Targets;
import io.gradus.tensor.Tensor;
import java.util.Optional;

/// The mean of `-ln softmax(scores)` at the right class.
@Doc("mean of -ln softmax(scores) at the right class")
public record CrossEntropy(
    @Doc("how much of the probability is spread evenly over all classes (Szegedy et al. 2016)")
        @Default("0.0")
        double smoothing,
    @Doc("mean or sum over the answers that count") @Default("mean") Reduction reduction,
    @Doc("a class that does not count where it is the right one, such as a filler's")
        Optional<Integer> ignore)
    implements LossSpec {
  public CrossEntropy {
    require(smoothing >= 0 && smoothing <= 1, "smoothing = %s is outside [0, 1]", smoothing);
  }

  @Override
  public Tensor of(Tensor output, Answers answers) {
    Targets targets = LossAnswers.classes(answers, output).smoothed(smoothing);
    return Losses.crossEntropy(output, targets, reduction.reduce());
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
