package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import io.gradus.kernels.Matrix;
import io.gradus.kernels.Reductions;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// Columns brought to mean 0 and variance 1, in the operations of
/// [io.gradus.kernels.Kernels#standardizeColumns].
///
/// The passes go along the rows, beside rows of means and sums: the columns are then as many
/// independent chains.
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
    float[] mean = new float[columns];
    float[] sum = new float[columns];
    means(x, rows, columns, mean);
    variances(x, rows, columns, correction, mean, sum);
    System.arraycopy(mean, 0, means, meansOffset, columns);
    System.arraycopy(sum, 0, variances, variancesOffset, columns);
  }

  /// As [io.gradus.kernels.Kernels#standardizeColumns].
  static void standardize(Matrix x, int rows, int columns, int correction, float eps, Matrix out) {
    float[] mean = new float[columns];
    float[] inverse = new float[columns];
    means(x, rows, columns, mean);
    variances(x, rows, columns, correction, mean, inverse);
    invert(inverse, eps);
    int whole = SPECIES.loopBound(columns);
    VectorMask<Float> rest = SPECIES.indexInRange(whole, columns);
    for (int r = 0; r < rows; r++) {
      int from = x.index(r, 0);
      int to = out.index(r, 0);
      for (int c = 0; c < whole; c += COUNT) {
        fromArray(SPECIES, x.data(), from + c)
            .sub(fromArray(SPECIES, mean, c))
            .mul(fromArray(SPECIES, inverse, c))
            .intoArray(out.data(), to + c);
      }
      if (whole < columns) {
        fromArray(SPECIES, x.data(), from + whole, rest)
            .sub(fromArray(SPECIES, mean, whole, rest))
            .mul(fromArray(SPECIES, inverse, whole, rest))
            .intoArray(out.data(), to + whole, rest);
      }
    }
  }

  /// As [io.gradus.kernels.Kernels#standardizeColumnsGradient].
  static void gradient(
      Matrix dy, Matrix x, int rows, int columns, int correction, float eps, Matrix out) {
    float[] mean = new float[columns];
    float[] inverse = new float[columns];
    float[] along = new float[columns];
    float[] level = new float[columns];
    means(x, rows, columns, mean);
    variances(x, rows, columns, correction, mean, inverse);
    invert(inverse, eps);
    sums(dy, x, rows, columns, mean, inverse, along, level);
    divide(along, Math.max(rows - correction, 0));
    divide(level, rows);
    int whole = SPECIES.loopBound(columns);
    VectorMask<Float> rest = SPECIES.indexInRange(whole, columns);
    for (int r = 0; r < rows; r++) {
      int from = x.index(r, 0);
      int above = dy.index(r, 0);
      int to = out.index(r, 0);
      for (int c = 0; c < whole; c += COUNT) {
        FloatVector scale = fromArray(SPECIES, inverse, c);
        FloatVector y =
            fromArray(SPECIES, x.data(), from + c).sub(fromArray(SPECIES, mean, c)).mul(scale);
        fromArray(SPECIES, dy.data(), above + c)
            .sub(fromArray(SPECIES, level, c))
            .sub(y.mul(fromArray(SPECIES, along, c)))
            .mul(scale)
            .intoArray(out.data(), to + c);
      }
      if (whole < columns) {
        FloatVector scale = fromArray(SPECIES, inverse, whole, rest);
        FloatVector y =
            fromArray(SPECIES, x.data(), from + whole, rest)
                .sub(fromArray(SPECIES, mean, whole, rest))
                .mul(scale);
        fromArray(SPECIES, dy.data(), above + whole, rest)
            .sub(fromArray(SPECIES, level, whole, rest))
            .sub(y.mul(fromArray(SPECIES, along, whole, rest)))
            .mul(scale)
            .intoArray(out.data(), to + whole, rest);
      }
    }
  }

  private static void means(Matrix x, int rows, int columns, float[] out) {
    VectorColumnSums.columnSums(x, rows, columns, out, 0);
    divide(out, rows);
  }

  private static void divide(float[] sums, int by) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] /= by;
    }
  }

  /// Variances become `1 / √(variance + eps)`.
  private static void invert(float[] variances, float eps) {
    for (int c = 0; c < variances.length; c++) {
      variances[c] = 1 / (float) Math.sqrt(variances[c] + eps);
    }
  }

  /// `Σ (x - mean)² / (rows - correction)`
  private static void variances(
      Matrix x, int rows, int columns, int correction, float[] mean, float[] out) {
    boolean chunks = rows > Reductions.CHUNK; // one alone is `out` itself
    float[] chunk = chunks ? new float[columns] : out;
    int whole = SPECIES.loopBound(columns);
    VectorMask<Float> rest = SPECIES.indexInRange(whole, columns);
    for (int begin = 0; begin < rows; begin += Reductions.CHUNK) {
      Arrays.fill(chunk, 0);
      for (int r = begin; r < Math.min(begin + Reductions.CHUNK, rows); r++) {
        int from = x.index(r, 0);
        for (int c = 0; c < whole; c += COUNT) {
          FloatVector centred =
              fromArray(SPECIES, x.data(), from + c).sub(fromArray(SPECIES, mean, c));
          fromArray(SPECIES, chunk, c).add(centred.mul(centred)).intoArray(chunk, c);
        }
        if (whole < columns) {
          FloatVector centred =
              fromArray(SPECIES, x.data(), from + whole, rest)
                  .sub(fromArray(SPECIES, mean, whole, rest));
          fromArray(SPECIES, chunk, whole, rest)
              .add(centred.mul(centred))
              .intoArray(chunk, whole, rest);
        }
      }
      if (chunks) {
        add(chunk, out);
      }
    }
    divide(out, Math.max(rows - correction, 0));
  }

  /// `Σ dy·y` and `Σ dy`
  private static void sums(
      Matrix dy,
      Matrix x,
      int rows,
      int columns,
      float[] mean,
      float[] inverse,
      float[] products,
      float[] plain) {
    boolean chunks = rows > Reductions.CHUNK;
    float[] product = chunks ? new float[columns] : products;
    float[] sum = chunks ? new float[columns] : plain;
    int whole = SPECIES.loopBound(columns);
    VectorMask<Float> rest = SPECIES.indexInRange(whole, columns);
    for (int begin = 0; begin < rows; begin += Reductions.CHUNK) {
      Arrays.fill(product, 0);
      Arrays.fill(sum, 0);
      for (int r = begin; r < Math.min(begin + Reductions.CHUNK, rows); r++) {
        int from = x.index(r, 0);
        int above = dy.index(r, 0);
        for (int c = 0; c < whole; c += COUNT) {
          FloatVector y =
              fromArray(SPECIES, x.data(), from + c)
                  .sub(fromArray(SPECIES, mean, c))
                  .mul(fromArray(SPECIES, inverse, c));
          FloatVector each = fromArray(SPECIES, dy.data(), above + c);
          fromArray(SPECIES, product, c).add(each.mul(y)).intoArray(product, c);
          fromArray(SPECIES, sum, c).add(each).intoArray(sum, c);
        }
        if (whole < columns) {
          FloatVector y =
              fromArray(SPECIES, x.data(), from + whole, rest)
                  .sub(fromArray(SPECIES, mean, whole, rest))
                  .mul(fromArray(SPECIES, inverse, whole, rest));
          FloatVector each = fromArray(SPECIES, dy.data(), above + whole, rest);
          fromArray(SPECIES, product, whole, rest).add(each.mul(y)).intoArray(product, whole, rest);
          fromArray(SPECIES, sum, whole, rest).add(each).intoArray(sum, whole, rest);
        }
      }
      if (chunks) {
        add(product, products);
        add(sum, plain);
      }
    }
  }

  /// The chunk's sums on top of those before it.
  private static void add(float[] chunk, float[] out) {
    for (int c = 0; c < out.length; c++) {
      out[c] += chunk[c];
    }
  }
}
