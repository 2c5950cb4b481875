package io.gradus.nn;

/// Numbers that were not fitted by their gradient: counts, or what a computation came to.
///
/// @param numbers the numbers themselves, row-major; written in place
public record ArraySlice(String name, int[] shape, double[] numbers) implements Slice {
  @Override
  public int[] shape() {
    return shape.clone();
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
    throw new UnsupportedOperationException("'" + name + "' has no gradient");
  }

  @Override
  public void zeroGradient() {
    // nothing to forget
  }

  @Override
  public void write(double[] replacement) {
    System.arraycopy(replacement, 0, numbers, 0, numbers.length);
  }
}
