package io.gradus.kernels;

/// What brings rows or columns to mean 0 and variance 1: `y = (x - mean) · scale`, those of row or
/// column `i` at `first + i`.
///
/// @param means the means
/// @param scales `1 / √(variance + eps)`
public record Standards(float[] means, float[] scales, int first) {
  /// For so many rows or columns.
  public static Standards of(int count) {
    return new Standards(new float[count], new float[count], 0);
  }

  /// The same, counted from one of them.
  public Standards from(int i) {
    return new Standards(means, scales, first + i);
  }

  /// Puts `1 / √(variance + eps)` in the place of so many variances among the scales.
  void scaleByVariances(Primitives kernels, int count, float eps) {
    Matrix variances = Matrix.rows(scales, first, count);
    kernels.zip(BinaryFunction.ADD, variances, Matrix.of(eps), variances, 1, count);
    kernels.map(UnaryFunction.SQRT, scales, first, scales, first, count);
    kernels.map(UnaryFunction.RECIPROCAL, scales, first, scales, first, count);
  }
}
