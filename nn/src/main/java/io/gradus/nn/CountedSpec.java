package io.gradus.nn;

import io.gradus.data.Dataset;

/// A recipe for a model that is made by counting, in one pass over the data.
public non-sealed interface CountedSpec extends ModelSpec {
  /// Counts; an `IllegalArgumentException` where such data are not for it.
  CountedModel count(Dataset data);
}
