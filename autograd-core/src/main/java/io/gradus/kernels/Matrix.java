package io.gradus.kernels;

/// A rectangle of numbers in an array: element `(r, c)` is `data[offset + r * rowStride + c *
/// columnStride]`.
///
/// A stride of 0 repeats one row or one column, a pair of exchanged strides transposes.
///
/// @param data the array, shared and not copied
public record Matrix(float[] data, int offset, int rowStride, int columnStride) {
  /// Rows of so many numbers, one after the other from an offset.
  public static Matrix rows(float[] data, int offset, int columns) {
    return new Matrix(data, offset, columns, 1);
  }

  /// One number, in every place.
  public static Matrix of(float number) {
    return new Matrix(new float[] {number}, 0, 0, 0);
  }

  /// Where element `(row, column)` stands in the array.
  public int index(int row, int column) {
    return offset + row * rowStride + column * columnStride;
  }
}
