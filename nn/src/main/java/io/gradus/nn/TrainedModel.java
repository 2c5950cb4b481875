package io.gradus.nn;

import io.gradus.data.Dataset;
import java.util.Optional;

/// A model that an optimizer fits step by step.
public interface TrainedModel extends Model {
  /// The mean loss on these examples; leaves its gradients in the slices of [#parameters].
  ///
  /// Gradients are left only where the loss is finite.
  ///
  /// @param pass for training, or for evaluation where a model without randomness is looked at
  Outcome learn(Dataset batch, Pass pass);

  /// The mean loss on examples that nothing is learned from.
  Outcome evaluate(Dataset examples);

  /// Where the first NaN or infinity comes from, in words, when [#learn] is done again; empty where
  /// the model cannot tell.
  default Optional<String> findNonFinite(Dataset batch, Pass pass) {
    return Optional.empty();
  }
}
