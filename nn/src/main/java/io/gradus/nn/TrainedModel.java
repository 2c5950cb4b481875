package io.gradus.nn;

import io.gradus.data.Dataset;

/// A model that an optimizer fits step by step.
public interface TrainedModel extends Model {
  /// The mean loss on these examples; leaves its gradients in the slices of [#parameters].
  Outcome learn(Dataset batch);
}
