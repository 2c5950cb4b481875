package io.gradus.models.makemore;

import io.gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A batch seen once there and back.
///
/// @param loss one number
/// @param mean of the batch before the batch norm, (1, H)
/// @param variance of the batch there, unbiased, (1, H)
/// @param gradients of the loss, by the lecture's names, in the order in which they were found
record Worked(Tensor loss, Tensor mean, Tensor variance, SequencedMap<String, Tensor> gradients) {
  /// Added to a variance, so that it can be divided by.
  static final double EPS = 1e-5;

  /// Gradients that are noted down as they are found.
  static final class Notes {
    private final SequencedMap<String, Tensor> found = new LinkedHashMap<>();

    /// Notes a gradient and gives it back.
    Tensor note(String name, Tensor gradient) {
      found.put(name, gradient);
      return gradient;
    }

    SequencedMap<String, Tensor> found() {
      return found;
    }
  }
}
