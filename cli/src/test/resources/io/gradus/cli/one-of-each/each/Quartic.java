package each;

import io.gradus.nn.Answers;
import io.gradus.nn.LossSpec;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Losses;
import io.gradus.tensor.Tensor;

/// Cross-entropy, squared: an example of a loss of one's own.
@Doc("the square of the cross-entropy")
public record Quartic() implements LossSpec {
  @Override
  public Tensor of(Tensor output, Answers answers) {
    return switch (answers) {
      case Answers.Classes(var classes) -> Losses.crossEntropy(output, classes).square();
      case Answers.Numbers _ -> throw new IllegalArgumentException("classes are wanted");
    };
  }

  @Override
  public Wants wants() {
    return Wants.CLASSES;
  }
}
