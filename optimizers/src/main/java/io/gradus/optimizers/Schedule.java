package io.gradus.optimizers;

import io.gradus.plugin.Kind;

/// The learning rate of each update: a record, so that it can be printed, compared and stored.
@Kind("schedule")
public interface Schedule {
  /// The rate of update t = 0, 1, ..., steps-1.
  double rate(int t, int steps);
}
