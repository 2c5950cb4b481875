package io.gradus.nn;

import io.gradus.random.Generator;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;

/// What an initialiser knows of a parameter.
///
/// @param shape its shape
/// @param in how many inputs each output is computed from
/// @param out how many outputs each input goes into
/// @param inputsFirst whether the shape is `(..., out)`, where PyTorch has `(out, ...)` and draws
///   in that order
/// @param type how its numbers are kept, which some generators draw differently
public record Fan(Shape shape, int in, int out, boolean inputsFirst, DType type) {
  /// Of numbers that are kept as float32.
  public Fan(Shape shape, int in, int out, boolean inputsFirst) {
    this(shape, in, out, inputsFirst, DType.FLOAT32);
  }

  /// Of a linear map's weight `(in, out)`.
  public static Fan linear(int in, int out) {
    return new Fan(Shape.of(in, out), in, out, true);
  }

  /// Of what is added to each of `out` sums over `in` inputs.
  public static Fan bias(int in, int out) {
    return new Fan(Shape.of(out), in, out, false);
  }

  /// Of a table with a row for each of `rows` things.
  public static Fan table(int rows, int width) {
    return new Fan(Shape.of(rows, width), rows, width, false);
  }

  /// Of what is multiplied with each of `width` numbers, or added to it.
  public static Fan each(int width) {
    return new Fan(Shape.of(width), 1, 1, false);
  }

  /// Of the weight `(size, in, out)` of a convolution: a linear map of `size` places at once.
  public static Fan convolution(int size, int in, int out) {
    return new Fan(Shape.of(size, in, out), size * in, size * out, true);
  }

  /// The same for numbers of another type.
  Fan of(DType other) {
    return new Fan(shape, in, out, inputsFirst, other);
  }

  /// Normally distributed numbers of mean 0 and deviation 1, one for each place, in row-major
  /// order.
  public double[] gaussians(Generator generator) {
    return type == DType.FLOAT64
        ? generator.wideGaussians(shape.size())
        : generator.gaussians(shape.size());
  }

  /// The next number between `low` and `high`.
  public double uniform(double low, double high, Generator generator) {
    return type == DType.FLOAT64
        ? low + (high - low) * generator.wideUniform()
        : generator.uniform(low, high);
  }
}
