package io.gradus.tensor;

/// Elements of a tensor chosen by place.
sealed interface TensorSelections permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// Slices of an axis, one for each index; the indices' shape takes the axis' place.
  ///
  /// @throws ShapeException if an index is outside the axis
  default Tensor indexSelect(int axis, Indices indices) {
    return Tensor.made(new Selection.IndexSelect(self().shape().axis(axis), indices), self());
  }

  /// Rows of this table `(V, C)` for indices of any shape: an embedding.
  ///
  /// @throws ShapeException if an index is not a row
  default Tensor embedding(Indices indices) {
    return indexSelect(0, indices);
  }

  /// Along one axis, another place for each element: `y[i][j] = x[i][index[i][j]]` for axis 1.
  ///
  /// @throws ShapeException if the shapes do not fit or an index is outside the axis
  default Tensor gather(int axis, Indices indices) {
    return Tensor.made(new Selection.Gather(self().shape().axis(axis), indices), self());
  }
}
