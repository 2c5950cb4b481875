package io.gradus.kernels;

/// A rectangle of doubles in an array, laid out as [Matrix] says.
///
/// @param data the array, shared and not copied
public record DoubleMatrix(double[] data, int offset, int rowStride, int columnStride) {
  /// Rows of so many numbers, one after the other from an offset.
  public static DoubleMatrix rows(double[] data, int offset, int columns) {
    return new DoubleMatrix(data, offset, columns, 1);
  }

  /// Where element `(row, column)` stands in the array.
  public int index(int row, int column) {
    return offset + row * rowStride + column * columnStride;
  }
}
