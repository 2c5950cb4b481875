package io.gradus.nn;

import io.gradus.tensor.Shape;

/// What an initialiser knows of a parameter.
///
/// @param shape its shape
/// @param in how many inputs each output is computed from
/// @param out how many outputs each input goes into
/// @param inputsFirst whether the shape is `(in, out)`, where PyTorch has `(out, in)` and draws in
///   that order
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
}
