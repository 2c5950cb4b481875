package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import io.gradus.kernels.Matrix;
import io.gradus.kernels.Reductions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// Columns brought to mean 0 and variance 1, a vector of columns at a time, in the operations of
/// [io.gradus.kernels.Kernels#standardizeColumns].
///
/// The small methods hand vectors to each other, which may cost an object for every vector of
/// columns and none for every row.
final class VectorStandardization {
  private VectorStandardization() {}

  /// As [io.gradus.kernels.Kernels#columnMoments].
  static void moments(
      Matrix x,
      int rows,
      int columns,
      int correction,
      float[] means,
      int meansOffset,
      float[] variances,
      int variancesOffset) {
    for (int c = 0; c < columns; c += COUNT) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, columns);
      FloatVector mean = sum(x, c, rows, mask).div(rows);
      mean.intoArray(means, meansOffset + c, mask);
      squares(x, c, rows, mean, mask)
          .div(Math.max(rows - correction, 0))
          .intoArray(variances, variancesOffset + c, mask);
    }
  }

  /// As [io.gradus.kernels.Kernels#standardizeColumns].
  static void standardize(Matrix x, int rows, int columns, int correction, float eps, Matrix out) {
    for (int c = 0; c < columns; c += COUNT) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, columns);
      FloatVector mean = sum(x, c, rows, mask).div(rows);
      FloatVector variance = squares(x, c, rows, mean, mask).div(Math.max(rows - correction, 0));
      FloatVector inverse = inverse(variance, eps);
      int from = x.index(0, c);
      int to = out.index(0, c);
      for (int r = 0; r < rows; r++, from += x.rowStride(), to += out.rowStride()) {
        fromArray(SPECIES, x.data(), from, mask)
            .sub(mean)
            .mul(inverse)
            .intoArray(out.data(), to, mask);
      }
    }
  }

  /// As [io.gradus.kernels.Kernels#standardizeColumnsGradient].
  static void gradient(
      Matrix dy, Matrix x, int rows, int columns, int correction, float eps, Matrix out) {
    for (int c = 0; c < columns; c += COUNT) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, columns);
      FloatVector mean = sum(x, c, rows, mask).div(rows);
      FloatVector variance = squares(x, c, rows, mean, mask).div(Math.max(rows - correction, 0));
      FloatVector inverse = inverse(variance, eps);
      FloatVector along =
          products(dy, x, c, rows, mean, inverse, mask).div(Math.max(rows - correction, 0));
      FloatVector level = sum(dy, c, rows, mask).div(rows);
      int from = x.index(0, c);
      int above = dy.index(0, c);
      int to = out.index(0, c);
      for (int r = 0; r < rows; r++) {
        FloatVector y = fromArray(SPECIES, x.data(), from, mask).sub(mean).mul(inverse);
        fromArray(SPECIES, dy.data(), above, mask)
            .sub(level)
            .sub(y.mul(along))
            .mul(inverse)
            .intoArray(out.data(), to, mask);
        from += x.rowStride();
        above += dy.rowStride();
        to += out.rowStride();
      }
    }
  }

  private static FloatVector inverse(FloatVector variance, float eps) {
    return FloatVector.broadcast(SPECIES, 1f).div(variance.add(eps).sqrt());
  }

  /// `Σ x`
  private static FloatVector sum(Matrix x, int column, int rows, VectorMask<Float> mask) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int from = 0; from < rows; from += Reductions.CHUNK) {
      FloatVector chunk = FloatVector.zero(SPECIES);
      int to = Math.min(from + Reductions.CHUNK, rows);
      int at = x.index(from, column);
      for (int r = from; r < to; r++, at += x.rowStride()) {
        chunk = chunk.add(fromArray(SPECIES, x.data(), at, mask));
      }
      sum = sum.add(chunk);
    }
    return sum;
  }

  /// `Σ (x - mean)²`
  private static FloatVector squares(
      Matrix x, int column, int rows, FloatVector mean, VectorMask<Float> mask) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int from = 0; from < rows; from += Reductions.CHUNK) {
      FloatVector chunk = FloatVector.zero(SPECIES);
      int to = Math.min(from + Reductions.CHUNK, rows);
      int at = x.index(from, column);
      for (int r = from; r < to; r++, at += x.rowStride()) {
        FloatVector centered = fromArray(SPECIES, x.data(), at, mask).sub(mean);
        chunk = chunk.add(centered.mul(centered));
      }
      sum = sum.add(chunk);
    }
    return sum;
  }

  /// `Σ dy·y`
  private static FloatVector products(
      Matrix dy,
      Matrix x,
      int column,
      int rows,
      FloatVector mean,
      FloatVector inverse,
      VectorMask<Float> mask) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int from = 0; from < rows; from += Reductions.CHUNK) {
      FloatVector chunk = FloatVector.zero(SPECIES);
      int to = Math.min(from + Reductions.CHUNK, rows);
      int at = x.index(from, column);
      int above = dy.index(from, column);
      for (int r = from; r < to; r++, at += x.rowStride(), above += dy.rowStride()) {
        FloatVector y = fromArray(SPECIES, x.data(), at, mask).sub(mean).mul(inverse);
        chunk = chunk.add(fromArray(SPECIES, dy.data(), above, mask).mul(y));
      }
      sum = sum.add(chunk);
    }
    return sum;
  }
}
