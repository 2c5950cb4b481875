package io.gradus.models.makemore;

import static io.gradus.plugin.Require.require;

import io.gradus.data.Form;
import io.gradus.nn.Init;
import io.gradus.nn.TrainedModel;
import io.gradus.nn.TrainedSpec;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;
import io.gradus.tensor.DType;

/// makemore's MLP with batch norm, trained by gradients that are written by hand, as in the fifth
/// lecture, "becoming a backprop ninja".
///
/// [StepwiseBackward] is the exercise, [FusedBackward] its shortest answer.
@Doc("an MLP with batch norm whose gradients are written by hand")
public record ManualBackprop(
    @Doc("numbers that a token becomes") @Default("10") int embedding,
    @Doc("hidden neurons") @Default("64") int hidden,
    @Doc("stepwise: back through each operation; fused: cross entropy and batch norm in one each")
        @Default("fused")
        Backward backward,
    @Doc("how much of the running statistics a step replaces") @Default("0.001") double momentum,
    @Doc("how numbers are kept") @Default("float32") DType dtype)
    implements TrainedSpec {
  /// How the gradients are found.
  public enum Backward {
    /// Back through each operation by itself.
    STEPWISE,
    /// Cross entropy and batch norm in one formula each.
    FUSED;

    Worked work(MlpWeights weights, TokenBatch batch) {
      return switch (this) {
        case STEPWISE -> StepwiseBackward.of(weights, batch);
        case FUSED -> FusedBackward.of(weights, batch);
      };
    }
  }

  public ManualBackprop {
    require(embedding >= 1, "embedding = %d must be at least 1", embedding);
    require(hidden >= 1, "hidden = %d must be at least 1", hidden);
    require(momentum >= 0 && momentum <= 1, "momentum = %s is outside [0, 1]", momentum);
  }

  @Override
  public TrainedModel build(Form form, Generator init) {
    if (!(form instanceof Form.Sequences sequences) || sequences.every()) {
      throw new IllegalArgumentException(
          "manual-backprop learns the token after some others, not from %s; say how many, such as"
                  .formatted(form.inWords())
              + " examples: {type: windows, length: 3}");
    }
    MlpWeights weights =
        MlpWeights.draw(
            Init.of(init, dtype),
            sequences.tokens().vocabulary(),
            sequences.length(),
            embedding,
            hidden);
    return new BackpropModel(this, sequences, weights);
  }
}
