package io.gradus.kernels;

/// The loops that bring rows or columns to mean 0 and variance 1, fused of the primitives.
///
/// Arguments are as in [Primitives].
public interface NormKernels extends Primitives {
  /// The mean of each column, and its variance: `Σ (x - mean)² / (rows - correction)`, NaN of fewer
  /// rows than the correction asks for, with sums as in [#columnSums]. The column stride is 1.
  default void columnMoments(
      Matrix x,
      int rows,
      int columns,
      int correction,
      float[] means,
      int meansOffset,
      float[] variances,
      int variancesOffset) {
    new ColumnNormalization(this, rows, columns, correction)
        .moments(
            x, new Matrix(means, meansOffset, 0, 1), new Matrix(variances, variancesOffset, 0, 1));
  }

  /// `out(r, c) = y·gain(c) + bias(c)` with `y = (x(r, c) - mean) / √(variance + eps)`, the moments
  /// those of its column as in [#columnMoments], multiplied by the reciprocal of the root.
  ///
  /// @param gain `(rows, columns)`, row stride 0, column stride 1, as is `bias`
  /// @param out `(rows, columns)`, column stride 1; no part of what it is computed from
  /// @param standards to be written
  default void normalizeColumns(
      Matrix x,
      int rows,
      int columns,
      int correction,
      float eps,
      Matrix gain,
      Matrix bias,
      Matrix out,
      Standards standards) {
    new ColumnNormalization(this, rows, columns, correction)
        .values(x, eps, gain, bias, out, standards);
  }

  /// The gradients of [#normalizeColumns], whose `y` is computed once more from `x`: `dx = ((d - Σ
  /// d / rows) - y · (Σ d·y / (rows - correction))) · scale` with `d = dy·gain`, `dGain = Σ dy·y`
  /// and `dBias = Σ dy`, the sums over each column as in [#columnSums].
  ///
  /// @param dx `(rows, columns)`, column stride 1, as are those before it; no part of them
  /// @param dGain one row of columns, as is `dBias`
  default void normalizeColumnsGradient(
      Matrix dy,
      Matrix x,
      int rows,
      int columns,
      int correction,
      Standards standards,
      Matrix gain,
      Matrix dx,
      Matrix dGain,
      Matrix dBias) {
    new ColumnNormalization(this, rows, columns, correction)
        .gradients(dy, x, standards, gain, dx, dGain, dBias);
  }

  /// `out(r, c) = y·gain(c) + bias(c)` with `y = (x(r, c) - mean) / √(variance + eps)`, the mean
  /// and the biased variance those of its row, sums as in [#rowSums], multiplied by the reciprocal
  /// of the root.
  ///
  /// @param gain `(rows, columns)`, row stride 0, column stride 1, as is `bias`
  /// @param out `(rows, columns)`, column stride 1; no part of what it is computed from
  /// @param standards to be written
  default void normalizeRows(
      Matrix x,
      int rows,
      int columns,
      float eps,
      Matrix gain,
      Matrix bias,
      Matrix out,
      Standards standards) {
    new RowNormalization(this, rows, columns).values(x, eps, gain, bias, out, standards);
  }

  /// The gradients of [#normalizeRows], whose `y` is computed once more from `x`: `dx = ((d - Σ d /
  /// columns) - y · (Σ d·y / columns)) · scale` with `d = dy·gain` and the sums over each row;
  /// `dGain = Σ dy·y` and `dBias = Σ dy`, the sums over each column as in [#columnSums].
  ///
  /// @param dx `(rows, columns)`, column stride 1, as are those before it; no part of them
  /// @param dGain one row of columns, as is `dBias`
  default void normalizeRowsGradient(
      Matrix dy,
      Matrix x,
      int rows,
      int columns,
      Standards standards,
      Matrix gain,
      Matrix dx,
      Matrix dGain,
      Matrix dBias) {
    new RowNormalization(this, rows, columns).gradients(dy, x, standards, gain, dx, dGain, dBias);
  }
}
