package io.gradus.nn;

/// A named part of a model's numbers, of either engine, seen as a plain array in row-major order.
public interface Slice {
  /// The path of record components that leads to it, such as `blocks.0.query`.
  String name();

  /// The length of each axis.
  int[] shape();

  /// How many numbers there are: the product of the axes.
  int size();

  /// Copies the numbers into `out`.
  void read(double[] out);

  /// Copies the gradients that the last backward pass left into `out`.
  void readGradient(double[] out);

  /// Forgets the gradients, so that what a loss does not depend on has none.
  void zeroGradient();

  /// Replaces the numbers.
  void write(double[] numbers);
}
