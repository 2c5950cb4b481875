package io.gradus.nn;

import io.gradus.data.Dataset;

/// A model that was made by counting.
public interface CountedModel extends Model {
  /// The mean loss on these examples.
  Outcome evaluate(Dataset data);
}
