package io.gradus.kernels;

/// The loops of float tensors: primitives, and what is fused of them because training spends its
/// time there.
///
/// An implementation may be faster than [ScalarKernels] and may not differ by a bit. The rules that
/// make this possible are in `docs/reproducibility.md`; the contract test holds every
/// implementation to them. Arguments are as in [Primitives].
public interface Kernels extends NormKernels {
  /// `out = x·w + bias`, the product as in [#matmul] with the row added to each of its rows.
  ///
  /// @param x `(m, k)`, any strides
  /// @param w `(k, n)`, any strides
  /// @param bias `(m, n)`, row stride 0, column stride 1
  /// @param out `(m, n)`, column stride 1
  default void affine(
      int m, int n, int k, Matrix x, Matrix w, Matrix bias, Matrix out, Workers workers) {
    matmul(m, n, k, x, w, out, false, workers);
    zip(BinaryFunction.ADD, out, bias, out, m, n);
  }

  /// `out(r, c) = e^(x(r, c) - m) / s`, where `m` is the largest of its row and `s` the row's sum
  /// of `e^(x - m)`. The column stride is 1; `out` has its rows one after the other.
  ///
  /// A row that holds NaN or `∞`, or nothing but `-∞`, gives NaN.
  default void softmaxRows(Matrix x, int rows, int columns, float[] out, int outOffset) {
    float[] row = new float[rows];
    Matrix ofRow = new Matrix(row, 0, 1, 0);
    Matrix to = Matrix.rows(out, outOffset, columns);
    rowMaxima(x, rows, columns, row, 0);
    zip(BinaryFunction.SUBTRACT, x, ofRow, to, rows, columns);
    map(UnaryFunction.EXP, out, outOffset, out, outOffset, rows * columns);
    rowSums(to, rows, columns, row, 0);
    zip(BinaryFunction.DIVIDE, to, ofRow, to, rows, columns);
  }

  /// `out(r, c) = (x(r, c) - m) - ln s`, with `m` and `s` as in [#softmaxRows].
  default void logSoftmaxRows(Matrix x, int rows, int columns, float[] out, int outOffset) {
    float[] row = new float[rows];
    float[] e = new float[rows * columns];
    Matrix ofRow = new Matrix(row, 0, 1, 0);
    Matrix to = Matrix.rows(out, outOffset, columns);
    rowMaxima(x, rows, columns, row, 0);
    zip(BinaryFunction.SUBTRACT, x, ofRow, to, rows, columns);
    map(UnaryFunction.EXP, out, outOffset, e, 0, rows * columns);
    rowSums(Matrix.rows(e, 0, columns), rows, columns, row, 0);
    map(UnaryFunction.LOG, row, 0, row, 0, rows);
    zip(BinaryFunction.SUBTRACT, to, ofRow, to, rows, columns);
  }

  /// `out = y (dy - Σ dy y)`, the sum over each row: the gradient of [#softmaxRows], whose result
  /// was `y`. All have their rows one after the other.
  default void softmaxRowsGradient(
      float[] dy,
      int dyOffset,
      float[] y,
      int yOffset,
      int rows,
      int columns,
      float[] out,
      int outOffset) {
    float[] row = new float[rows];
    Matrix ofRow = new Matrix(row, 0, 1, 0);
    Matrix above = Matrix.rows(dy, dyOffset, columns);
    Matrix result = Matrix.rows(y, yOffset, columns);
    Matrix to = Matrix.rows(out, outOffset, columns);
    zip(BinaryFunction.MULTIPLY, above, result, to, rows, columns);
    rowSums(to, rows, columns, row, 0);
    zip(BinaryFunction.SUBTRACT, above, ofRow, to, rows, columns);
    zip(BinaryFunction.MULTIPLY, result, to, to, rows, columns);
  }

  /// `out = dy - e^y Σ dy`, the sum over each row: the gradient of [#logSoftmaxRows], whose result
  /// was `y`. All have their rows one after the other.
  default void logSoftmaxRowsGradient(
      float[] dy,
      int dyOffset,
      float[] y,
      int yOffset,
      int rows,
      int columns,
      float[] out,
      int outOffset) {
    float[] row = new float[rows];
    Matrix ofRow = new Matrix(row, 0, 1, 0);
    Matrix above = Matrix.rows(dy, dyOffset, columns);
    Matrix to = Matrix.rows(out, outOffset, columns);
    rowSums(above, rows, columns, row, 0);
    map(UnaryFunction.EXP, y, yOffset, out, outOffset, rows * columns);
    zip(BinaryFunction.MULTIPLY, to, ofRow, to, rows, columns);
    zip(BinaryFunction.SUBTRACT, above, to, to, rows, columns);
  }

  /// `out[first + r] = -ln softmax(x(r))` at column `classes[first + r]`, as [#logSoftmaxRows] has
  /// it. All have their rows one after the other.
  default void crossEntropyRows(
      float[] x, int xOffset, int rows, int columns, int[] classes, float[] out, int first) {
    new ClassRows(this, columns, classes)
        .values(Matrix.rows(x, xOffset, columns), rows, out, first);
  }

  /// [#crossEntropyRows], and what its gradient is made of: `softmax(first + r, c) = softmax(x(r,
  /// c))`, the exponential of [#logSoftmaxRows].
  default void crossEntropyRowsWithSoftmax(
      float[] x,
      int xOffset,
      int rows,
      int columns,
      int[] classes,
      float[] out,
      float[] softmax,
      int first) {
    new ClassRows(this, columns, classes)
        .valuesWithSoftmax(Matrix.rows(x, xOffset, columns), rows, out, softmax, first);
  }

  /// `out(r, c) = dy · (softmax(r, c) - 1 at the class)` with `dy[dyOffset + r]`, of the rows from
  /// `first` on: the gradient of [#crossEntropyRows].
  default void crossEntropyRowsGradient(
      float[] dy,
      int dyOffset,
      float[] softmax,
      int first,
      int rows,
      int columns,
      int[] classes,
      float[] out) {
    new ClassRows(this, columns, classes).gradients(dy, dyOffset, softmax, first, rows, out);
  }

  /// `w[i] = w[i] - rate·g[i]` for `n` elements: a step of gradient descent.
  ///
  /// @return whether every one of these `w` is finite now
  default boolean descend(float rate, float[] g, int gOffset, float[] w, int wOffset, int n) {
    Matrix step = Matrix.rows(new float[n], 0, n);
    Matrix numbers = Matrix.rows(w, wOffset, n);
    zip(BinaryFunction.MULTIPLY, Matrix.rows(g, gOffset, n), Matrix.of(rate), step, 1, n);
    zip(BinaryFunction.SUBTRACT, numbers, step, numbers, 1, n);
    boolean finite = true;
    for (int i = wOffset; i < wOffset + n; i++) {
      finite &= Float.isFinite(w[i]);
    }
    return finite;
  }

  /// `out[i] = x[i] · s(x[i])` for `n` elements, with the share of the gate; `out` has no place in
  /// common with `x`.
  default void gate(Gate gate, float[] x, int xOffset, float[] out, int outOffset, int n) {
    Gates.values(this, gate, x, xOffset, out, outOffset, n);
  }

  /// [#gate] and its slopes, `slopes[i] = s(x[i]) + x[i] s'(x[i])`, for `n` elements; the three
  /// have no place in common.
  default void gateWithSlopes(
      Gate gate,
      float[] x,
      int xOffset,
      float[] out,
      int outOffset,
      float[] slopes,
      int slopesOffset,
      int n) {
    Gates.valuesAndSlopes(this, gate, x, xOffset, out, outOffset, slopes, slopesOffset, n);
  }

  /// `x = softmax(scale x)` over the first `before + r + 1` columns of row `r`, in place; 0 in the
  /// others, whatever was there. As [#softmaxRows] of rows that hold `-∞` there.
  default void causalSoftmax(
      float scale, float[] x, int xOffset, int before, int rows, int columns) {
    new CausalSoftmax(this, before, rows, columns).values(scale, x, xOffset);
  }

  /// `dy = scale y (dy - Σ dy y)` over the first `before + r + 1` columns of row `r`, in place, 0
  /// in the others, whatever was there: the gradient of [#causalSoftmax], whose result was `y`.
  default void causalSoftmaxGradient(
      float scale,
      float[] y,
      int yOffset,
      float[] dy,
      int dyOffset,
      int before,
      int rows,
      int columns) {
    new CausalSoftmax(this, before, rows, columns).gradients(scale, y, yOffset, dy, dyOffset);
  }

  /// `out = P·v` with `P = softmax(scale q·kᵀ)`, where row `r` of `P` has no columns behind `r`.
  ///
  /// @param q `(length, width)`, column stride 1, as are the others
  default void attend(
      int length, int width, float scale, Matrix q, Matrix k, Matrix v, Matrix out) {
    new CausalHead(this, length, width, scale, q, k, v).values(out);
  }

  /// [#attend], and its weights, as [#attendGradientOfWeights] reads them.
  ///
  /// @param weights room for `length²` numbers
  default void attendSavingWeights(
      int length,
      int width,
      float scale,
      Matrix q,
      Matrix k,
      Matrix v,
      Matrix out,
      float[] weights,
      int weightsOffset) {
    new CausalHead(this, length, width, scale, q, k, v).values(out, weights, weightsOffset);
  }

  /// The gradients of [#attend], given that of its result: what `dq`, `dk` and `dv` held before is
  /// lost.
  default void attendGradient(
      int length,
      int width,
      float scale,
      Matrix dy,
      Matrix q,
      Matrix k,
      Matrix v,
      Matrix dq,
      Matrix dk,
      Matrix dv) {
    new CausalHead(this, length, width, scale, q, k, v).gradients(dy, dq, dk, dv);
  }

  /// [#attendGradient], of the weights that [#attendSavingWeights] wrote.
  default void attendGradientOfWeights(
      int length,
      int width,
      float scale,
      Matrix dy,
      Matrix q,
      Matrix k,
      Matrix v,
      float[] weights,
      int weightsOffset,
      Matrix dq,
      Matrix dk,
      Matrix dv) {
    new CausalHead(this, length, width, scale, q, k, v)
        .gradients(dy, weights, weightsOffset, dq, dk, dv);
  }
}
