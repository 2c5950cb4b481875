package io.gradus.nn;

import io.gradus.tensor.Shape;

/// What an initialiser knows of a parameter.
///
/// @param shape its shape
/// @param in how many inputs each output is computed from
/// @param out how many outputs each input goes into
/// @param inputsFirst whether the shape is `(..., out)`, where PyTorch has `(out, ...)` and draws
///   in that order
public record Fan(Shape shape, int in, int out, boolean inputsFirst) {
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
}
