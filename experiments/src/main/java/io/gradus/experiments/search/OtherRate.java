package io.gradus.experiments.search;

import io.gradus.optimizers.Rule;
import io.gradus.optimizers.Schedule;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;

/// A rule with all of its settings but the rate, also where it leaves some slices to another rule.
record OtherRate<M extends Record>(Rule<M> rule, Schedule lr) implements Rule<M> {
  @Override
  public M start(int size) {
    return rule.start(size);
  }

  @Override
  public void step(Update update, double[] w, double[] g, M memory) {
    rule.step(update, w, g, memory);
  }

  @Override
  public Rule<?> on(Shape shape, DType type) {
    return new OtherRate<>(rule.on(shape, type), lr);
  }

  @Override
  public boolean elementwise() {
    return rule.elementwise();
  }

  @Override
  public boolean descends() {
    return rule.descends();
  }
}
