package io.gradus.testkit.wrong;

import io.gradus.optimizers.Constant;
import io.gradus.optimizers.Rule;
import io.gradus.optimizers.Schedule;

/// A rule whose memory no checkpoint can keep.
public record Forgetful() implements Rule<Forgetful.Memory> {
  /// What it remembers.
  public record Memory(int steps) {}

  @Override
  public Schedule lr() {
    return new Constant(0.05);
  }

  @Override
  public Memory start(int size) {
    return new Memory(0);
  }

  @Override
  public void step(Update update, double[] w, double[] g, Memory memory) {
    w[0] -= update.rate() * g[0];
  }
}
