package io.gradus.testkit;

import io.gradus.optimizers.FloatRule;
import io.gradus.optimizers.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A few steps of a rule on floats where they lie, beside the same steps by way of doubles.
final class FloatSteps {
  private static final int COUNT = 10;
  private static final int MORE = 3; // places behind the slice, which are not its own
  private static final double SCALE = 0.3;

  private FloatSteps() {}

  /// Whether both ways lead to the same bits, and leave what is not theirs.
  static <M extends Record> boolean same(FloatRule<M> rule) {
    float[] w = new float[Steps.SIZE + MORE];
    for (int i = 0; i < w.length; i++) {
      w[i] = 1 + i;
    }
    List<float[]> memory = new ArrayList<>();
    for (double[] first : Steps.arrays(rule.start(Steps.SIZE))) {
      memory.add(floats(first));
    }
    for (int t = 0; t < COUNT; t++) {
      var update = new Rule.Update(t, 0.05, 0.5);
      float[] g = gradient(t);
      float[] given = g.clone();
      List<float[]> expected = byDoubles(rule, update, w, g, memory);
      rule.step(update, w, g, SCALE, memory, Steps.SIZE);
      List<float[]> all = new ArrayList<>(memory);
      all.add(w);
      for (int i = 0; i < all.size(); i++) {
        if (!Arrays.equals(all.get(i), expected.get(i))) {
          return false;
        }
      }
      if (!Arrays.equals(g, given)) {
        return false;
      }
    }
    return true;
  }

  private static float[] gradient(int t) {
    float[] g = new float[Steps.SIZE + MORE];
    for (int i = 0; i < g.length; i++) {
      g[i] = (float) Steps.gradient(t, i);
    }
    return g;
  }

  /// The memory and then the parameters after a step, rounded.
  private static <M extends Record> List<float[]> byDoubles(
      Rule<M> rule, Rule.Update update, float[] w, float[] g, List<float[]> memory) {
    M desk = rule.start(Steps.SIZE);
    List<double[]> arrays = Steps.arrays(desk);
    for (int i = 0; i < arrays.size(); i++) {
      for (int k = 0; k < Steps.SIZE; k++) {
        arrays.get(i)[k] = memory.get(i)[k];
      }
    }
    double[] numbers = new double[Steps.SIZE];
    double[] slopes = new double[Steps.SIZE];
    for (int k = 0; k < Steps.SIZE; k++) {
      numbers[k] = w[k];
      slopes[k] = g[k] * SCALE;
    }
    rule.step(update, numbers, slopes, desk);
    List<float[]> rounded = new ArrayList<>();
    arrays.forEach(array -> rounded.add(floats(array)));
    float[] next = w.clone();
    System.arraycopy(floats(numbers), 0, next, 0, Steps.SIZE);
    rounded.add(next);
    return rounded;
  }

  private static float[] floats(double[] numbers) {
    float[] rounded = new float[numbers.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) numbers[i];
    }
    return rounded;
  }
}
