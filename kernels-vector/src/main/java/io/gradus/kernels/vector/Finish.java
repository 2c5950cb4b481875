package io.gradus.kernels.vector;

/// What is done with a block of a product while a cache still holds it.
interface Finish {
  /// Nothing.
  Finish NONE = (rows, columns) -> {};

  /// Finishes some rows and columns of C.
  void block(Span rows, Span columns);
}
