package io.gradus.experiments.run;

import io.gradus.nn.Slice;
import java.util.Arrays;

/// A slice that is just an array, with a gradient that is just another.
record Plain(String name, int[] shape, double[] numbers, double[] gradient) implements Slice {
  Plain(String name, double... numbers) {
    this(name, new int[] {numbers.length}, numbers, new double[numbers.length]);
  }

  @Override
  public int size() {
    return numbers.length;
  }

  @Override
  public void read(double[] out) {
    System.arraycopy(numbers, 0, out, 0, numbers.length);
  }

  @Override
  public void readGradient(double[] out) {
    System.arraycopy(gradient, 0, out, 0, gradient.length);
  }

  @Override
  public void zeroGradient() {
    Arrays.fill(gradient, 0);
  }

  @Override
  public void write(double[] from) {
    System.arraycopy(from, 0, numbers, 0, numbers.length);
  }
}
