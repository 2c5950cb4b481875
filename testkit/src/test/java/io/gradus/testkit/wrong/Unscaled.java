package io.gradus.testkit.wrong;

import io.gradus.optimizers.Constant;
import io.gradus.optimizers.FloatRule;
import io.gradus.optimizers.Schedule;
import java.util.List;

/// Forgets, on floats, that the gradient is to be multiplied by a scale.
public record Unscaled() implements FloatRule<Unscaled.Nothing> {
  public record Nothing() {}

  @Override
  public Schedule lr() {
    return new Constant(0.05);
  }

  @Override
  public Nothing start(int size) {
    return new Nothing();
  }

  @Override
  public void step(Update update, double[] w, double[] g, Nothing memory) {
    for (int i = 0; i < w.length; i++) {
      w[i] -= update.rate() * g[i];
    }
  }

  @Override
  public void step(
      Update update, float[] w, float[] g, double scale, List<float[]> memory, int count) {
    for (int i = 0; i < count; i++) {
      w[i] -= (float) (update.rate() * g[i]);
    }
  }
}
