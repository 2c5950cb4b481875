package io.gradus.nn;

import io.gradus.data.Form;
import io.gradus.random.Generator;

/// A recipe for a model that an optimizer fits step by step.
public non-sealed interface TrainedSpec extends ModelSpec {
  /// Builds the model for data of this form and draws its initial parameters.
  ///
  /// Throws an `IllegalArgumentException` where such data are not for it.
  TrainedModel build(Form form, Generator init);
}
