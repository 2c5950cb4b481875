package io.gradus.experiments.run;

import io.gradus.nn.Slice;
import io.gradus.tensor.DType;
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
  public DType type() {
    return DType.FLOAT64;
  }

  @Override
  public void read(int from, double[] out, int count) {
    System.arraycopy(numbers, from, out, 0, count);
  }

  @Override
  public void readGradient(int from, double[] out, int count) {
    System.arraycopy(gradient, from, out, 0, count);
  }

  @Override
  public void zeroGradient() {
    Arrays.fill(gradient, 0);
  }

  @Override
  public void write(int from, double[] replacement, int count) {
    System.arraycopy(replacement, 0, numbers, from, count);
  }
}
