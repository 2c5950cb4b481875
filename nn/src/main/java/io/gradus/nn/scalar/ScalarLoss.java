package io.gradus.nn.scalar;

import io.gradus.scalar.Value;

/// How far a score is from its target.
public enum ScalarLoss {
  /// The max-margin loss `max(0, 1 - t s)` for targets -1 and 1.
  HINGE,
  /// `(s - t)²`.
  SQUARED_ERROR;

  /// The loss of one score.
  public Value of(Value score, double target) {
    return switch (this) {
      case HINGE -> score.mul(-target).add(1).relu();
      case SQUARED_ERROR -> score.sub(target).pow(2);
    };
  }
}
