package io.gradus.nn;

import io.gradus.tensor.DType;

/// Numbers that were not fitted by their gradient: counts, or what a computation came to.
///
/// @param numbers the numbers themselves, row-major; written in place
public record ArraySlice(String name, int[] shape, double[] numbers) implements Slice {
  @Override
  public int[] shape() {
    return shape.clone();
  }

  @Override
  public DType type() {
    return DType.FLOAT64;
  }

  @Override
  public int size() {
    return numbers.length;
  }

  @Override
  public boolean learned() {
    return false;
  }

  @Override
  public void read(int from, double[] out, int count) {
    System.arraycopy(numbers, from, out, 0, count);
  }

  @Override
  public void readGradient(int from, double[] out, int count) {
    throw new UnsupportedOperationException("'" + name + "' has no gradient");
  }

  @Override
  public void zeroGradient() {
    // nothing to forget
  }

  @Override
  public void write(int from, double[] replacement, int count) {
    System.arraycopy(replacement, 0, numbers, from, count);
  }
}
