package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import io.gradus.kernels.Matrix;
import io.gradus.kernels.Reductions;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// Rows brought to mean 0 and variance 1, then scaled and shifted, in the operations of
/// [io.gradus.kernels.Kernels#normalizeRows], a row at a time.
final class VectorRowNormalization {
  private VectorRowNormalization() {}

  /// As [io.gradus.kernels.Kernels#normalizeRows].
  static void values(
      Matrix x, int rows, int columns, float eps, Matrix gain, Matrix bias, Matrix out) {
    float[] squares = new float[columns];
    int g = gain.offset();
    int b = bias.offset();
    for (int r = 0; r < rows; r++) {
      int to = out.index(r, 0);
      float inverse = centre(x.data(), x.index(r, 0), columns, eps, out.data(), to, squares);
      scale(out.data(), to, inverse, gain.data(), g, bias.data(), b, columns);
    }
  }

  /// As [io.gradus.kernels.Kernels#normalizeRowsGradient].
  static void gradients(
      Matrix dy,
      Matrix x,
      int rows,
      int columns,
      float eps,
      Matrix gain,
      Matrix dx,
      Matrix dGain,
      Matrix dBias) {
    float[] y = new float[columns];
    float[] d = new float[columns];
    float[] products = new float[columns];
    float[] gains = new float[columns]; // of a chunk
    float[] terms = new float[columns];
    clear(dGain, columns);
    clear(dBias, columns);
    for (int begin = 0; begin < rows; begin += Reductions.CHUNK) {
      Arrays.fill(gains, 0);
      Arrays.fill(terms, 0);
      for (int r = begin; r < Math.min(begin + Reductions.CHUNK, rows); r++) {
        int above = dy.index(r, 0);
        float inverse = centre(x.data(), x.index(r, 0), columns, eps, y, 0, products);
        standardize(dy.data(), above, inverse, y, gains, terms, columns);
        pair(dy.data(), above, gain.data(), gain.offset(), y, d, products, columns);
        float level = VectorReductions.sum(d, 0, columns) / columns;
        float along = VectorReductions.sum(products, 0, columns) / columns;
        combine(d, level, y, along, inverse, dx.data(), dx.index(r, 0), columns);
      }
      add(gains, dGain);
      add(terms, dBias);
    }
  }

  private static void clear(Matrix row, int columns) {
    Arrays.fill(row.data(), row.offset(), row.offset() + columns, 0);
  }

  /// A chunk's sums on top of those before it.
  private static void add(float[] chunk, Matrix row) {
    for (int c = 0; c < chunk.length; c++) {
      row.data()[row.offset() + c] += chunk[c];
    }
  }

  /// `out = x - mean`, with its squares; gives `1 / √(variance + eps)`.
  private static float centre(
      float[] x, int i, int n, float eps, float[] out, int k, float[] squares) {
    float mean = VectorReductions.sum(x, i, n) / n;
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector centred = fromArray(SPECIES, x, i + c).sub(mean);
      centred.intoArray(out, k + c);
      centred.mul(centred).intoArray(squares, c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector centred = fromArray(SPECIES, x, i + c, mask).sub(mean);
      centred.intoArray(out, k + c, mask);
      centred.mul(centred).intoArray(squares, c, mask);
    }
    return 1 / (float) Math.sqrt(VectorReductions.sum(squares, 0, n) / n + eps);
  }

  /// `x = x · inverse · gain + bias`
  private static void scale(
      float[] x, int i, float inverse, float[] gain, int g, float[] bias, int b, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      fromArray(SPECIES, x, i + c)
          .mul(inverse)
          .mul(fromArray(SPECIES, gain, g + c))
          .add(fromArray(SPECIES, bias, b + c))
          .intoArray(x, i + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      fromArray(SPECIES, x, i + c, mask)
          .mul(inverse)
          .mul(fromArray(SPECIES, gain, g + c, mask))
          .add(fromArray(SPECIES, bias, b + c, mask))
          .intoArray(x, i + c, mask);
    }
  }

  /// `y = y · inverse`; adds `dy·y` and `dy` to sums over the rows.
  private static void standardize(
      float[] dy, int i, float inverse, float[] y, float[] products, float[] plain, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector above = fromArray(SPECIES, dy, i + c);
      FloatVector scaled = fromArray(SPECIES, y, c).mul(inverse);
      scaled.intoArray(y, c);
      fromArray(SPECIES, products, c).add(above.mul(scaled)).intoArray(products, c);
      fromArray(SPECIES, plain, c).add(above).intoArray(plain, c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector above = fromArray(SPECIES, dy, i + c, mask);
      FloatVector scaled = fromArray(SPECIES, y, c, mask).mul(inverse);
      scaled.intoArray(y, c, mask);
      fromArray(SPECIES, products, c, mask).add(above.mul(scaled)).intoArray(products, c, mask);
      fromArray(SPECIES, plain, c, mask).add(above).intoArray(plain, c, mask);
    }
  }

  /// `d = dy · gain` and `products = d y`
  private static void pair(
      float[] dy, int i, float[] gain, int g, float[] y, float[] d, float[] products, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector scaled = fromArray(SPECIES, dy, i + c).mul(fromArray(SPECIES, gain, g + c));
      scaled.intoArray(d, c);
      scaled.mul(fromArray(SPECIES, y, c)).intoArray(products, c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector scaled =
          fromArray(SPECIES, dy, i + c, mask).mul(fromArray(SPECIES, gain, g + c, mask));
      scaled.intoArray(d, c, mask);
      scaled.mul(fromArray(SPECIES, y, c, mask)).intoArray(products, c, mask);
    }
  }

  /// `out = (d - level - y · along) · inverse`
  private static void combine(
      float[] d, float level, float[] y, float along, float inverse, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector less = fromArray(SPECIES, y, c).mul(along);
      FloatVector rest = fromArray(SPECIES, d, c).sub(level).sub(less);
      rest.mul(inverse).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector less = fromArray(SPECIES, y, c, mask).mul(along);
      FloatVector rest = fromArray(SPECIES, d, c, mask).sub(level).sub(less);
      rest.mul(inverse).intoArray(out, k + c, mask);
    }
  }
}
