package io.gradus.nn.losses;

import io.gradus.tensor.Losses;

/// What becomes of the losses of a batch.
public enum Reduction {
  /// Their mean over the answers that count.
  MEAN,
  /// Their sum.
  SUM;

  Losses.Reduce reduce() {
    return switch (this) {
      case MEAN -> Losses.Reduce.MEAN;
      case SUM -> Losses.Reduce.SUM;
    };
  }
}
