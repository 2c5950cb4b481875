package io.gradus.kernels;

/// The loops out of which every operation of float tensors can be made.
///
/// Arguments have been checked by the caller: indices are inside their arrays. `out` is written,
/// and never overlaps an input unless a method says so.
public interface Primitives {
  /// What they run on, as provenance shows it: `scalar`, `vector/512`.
  String name();

  /// `out[i] = f(x[i])` for `n` elements. `out` may be `x` itself, at the same offset.
  void map(UnaryFunction f, float[] x, int xOffset, float[] out, int outOffset, int n);

  /// `out(r, c) = f(x(r, c), y(r, c))`. Column strides of `x` and `y` are 0 or 1, of `out` 1; a
  /// stride of 0 broadcasts. `out` may be `x` or `y` itself where the strides are equal.
  void zip(BinaryFunction f, Matrix x, Matrix y, Matrix out, int rows, int columns);

  /// `out[r] = Σ x(r, c)` over the columns, in 16 lanes. The column stride is 1.
  void rowSums(Matrix x, int rows, int columns, float[] out, int outOffset);

  /// `out[r]` is the largest `x(r, c)`, NaN where one is, `-∞` of no columns. The column stride is
  /// 1.
  void rowMaxima(Matrix x, int rows, int columns, float[] out, int outOffset);

  /// `out[c] = Σ x(r, c)` over the rows, in chunks of [Reductions#CHUNK] rows. The column stride is
  /// 1.
  void columnSums(Matrix x, int rows, int columns, float[] out, int outOffset);

  /// `C = A·B`, or `C = C + A·B`: each element one chain of fused multiply-adds over `k`, in
  /// ascending order, from zero or from the element that is there.
  ///
  /// @param a `(m, k)`, any strides
  /// @param b `(k, n)`, any strides
  /// @param c `(m, n)`, column stride 1
  void matmul(
      int m, int n, int k, Matrix a, Matrix b, Matrix c, boolean accumulate, Workers workers);
}
