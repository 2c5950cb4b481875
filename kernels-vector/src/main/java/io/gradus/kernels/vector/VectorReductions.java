package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.Reductions;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/// Sums and maxima, in the order of [Reductions].
final class VectorReductions {
  private VectorReductions() {}

  private static final VectorShuffle<Float> BY_8 = VectorShuffle.iota(SPECIES, 8, 1, true);
  private static final VectorShuffle<Float> BY_4 = VectorShuffle.iota(SPECIES, 4, 1, true);
  private static final VectorShuffle<Float> BY_2 = VectorShuffle.iota(SPECIES, 2, 1, true);
  private static final VectorShuffle<Float> BY_1 = VectorShuffle.iota(SPECIES, 1, 1, true);

  /// As [Kernels#rowSums].
  static void rowSums(Matrix x, int rows, int columns, float[] out, int outOffset) {
    for (int r = 0; r < rows; r++) {
      out[outOffset + r] = sum(x.data(), x.index(r, 0), columns);
    }
  }

  /// The sum of `n` numbers in 16 lanes: one vector, two or four.
  static float sum(float[] x, int from, int n) {
    return switch (COUNT) {
      case 16 -> sumOf16(x, from, n);
      case 8 -> sumOf8(x, from, n);
      default -> sumOf4(x, from, n);
    };
  }

  /// What a mask leaves out is added as 0, which changes no lane: none is ever -0.
  private static float sumOf16(float[] x, int from, int n) {
    FloatVector lanes = FloatVector.zero(SPECIES);
    int i = 0;
    for (; i < SPECIES.loopBound(n); i += COUNT) {
      lanes = lanes.add(fromArray(SPECIES, x, from + i));
    }
    if (i < n) {
      lanes = lanes.add(fromArray(SPECIES, x, from + i, SPECIES.indexInRange(i, n)));
    }
    lanes = lanes.add(lanes.rearrange(BY_8));
    lanes = lanes.add(lanes.rearrange(BY_4));
    lanes = lanes.add(lanes.rearrange(BY_2));
    return lanes.add(lanes.rearrange(BY_1)).lane(0);
  }

  private static float sumOf8(float[] x, int from, int n) {
    FloatVector low = FloatVector.zero(SPECIES);
    FloatVector high = FloatVector.zero(SPECIES);
    int i = 0;
    for (; i <= n - Reductions.LANES; i += Reductions.LANES) {
      low = low.add(fromArray(SPECIES, x, from + i));
      high = high.add(fromArray(SPECIES, x, from + i + COUNT));
    }
    if (i < n) {
      low = low.add(fromArray(SPECIES, x, from + i, SPECIES.indexInRange(i, n)));
    }
    if (i + COUNT < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(i + COUNT, n);
      high = high.add(fromArray(SPECIES, x, from + i + COUNT, mask));
    }
    FloatVector lanes = low.add(high);
    lanes = lanes.add(lanes.rearrange(BY_4));
    lanes = lanes.add(lanes.rearrange(BY_2));
    return lanes.add(lanes.rearrange(BY_1)).lane(0);
  }

  private static float sumOf4(float[] x, int from, int n) {
    FloatVector a = FloatVector.zero(SPECIES);
    FloatVector b = FloatVector.zero(SPECIES);
    FloatVector c = FloatVector.zero(SPECIES);
    FloatVector d = FloatVector.zero(SPECIES);
    int i = 0;
    for (; i <= n - Reductions.LANES; i += Reductions.LANES) {
      a = a.add(fromArray(SPECIES, x, from + i));
      b = b.add(fromArray(SPECIES, x, from + i + 4));
      c = c.add(fromArray(SPECIES, x, from + i + 8));
      d = d.add(fromArray(SPECIES, x, from + i + 12));
    }
    float[] lanes = new float[Reductions.LANES];
    a.intoArray(lanes, 0);
    b.intoArray(lanes, 4);
    c.intoArray(lanes, 8);
    d.intoArray(lanes, 12);
    for (int l = 0; i + l < n; l++) {
      lanes[l] += x[from + i + l];
    }
    return Reductions.fold(lanes);
  }

  /// As [Kernels#rowMaxima].
  static void rowMaxima(Matrix x, int rows, int columns, float[] out, int outOffset) {
    for (int r = 0; r < rows; r++) {
      out[outOffset + r] = max(x.data(), x.index(r, 0), columns);
    }
  }

  /// The largest of `n` numbers, in any order: that of `Math.max` does not matter.
  static float max(float[] x, int from, int n) {
    if (n < COUNT) {
      float max = Float.NEGATIVE_INFINITY;
      for (int i = 0; i < n; i++) {
        max = Math.max(max, x[from + i]);
      }
      return max;
    }
    FloatVector max = fromArray(SPECIES, x, from + n - COUNT); // twice, where n is no multiple
    for (int i = 0; i < SPECIES.loopBound(n); i += COUNT) {
      max = max.max(fromArray(SPECIES, x, from + i));
    }
    return max.reduceLanes(VectorOperators.MAX);
  }

  /// As [Kernels#columnSums].
  static void columnSums(
      Matrix x, int rows, int columns, float[] out, int outOffset, Kernels plain) {
    int c = 0;
    for (; c <= columns - 4 * COUNT; c += 4 * COUNT) {
      sumsOfFourVectors(x, c, rows, out, outOffset + c);
    }
    for (; c < SPECIES.loopBound(columns); c += COUNT) {
      sumsOfOneVector(x, c, rows, out, outOffset + c);
    }
    if (c < columns && Lanes.MASKED) {
      sumsOfRest(x, c, rows, columns, out, outOffset + c);
    } else if (c < columns) {
      Matrix rest = new Matrix(x.data(), x.index(0, c), x.rowStride(), 1);
      plain.columnSums(rest, rows, columns - c, out, outOffset + c);
    }
  }

  private static void sumsOfFourVectors(Matrix x, int column, int rows, float[] out, int at) {
    float[] data = x.data();
    int stride = x.rowStride();
    FloatVector a = FloatVector.zero(SPECIES);
    FloatVector b = FloatVector.zero(SPECIES);
    FloatVector c = FloatVector.zero(SPECIES);
    FloatVector d = FloatVector.zero(SPECIES);
    for (int from = 0; from < rows; from += Reductions.CHUNK) {
      FloatVector e = FloatVector.zero(SPECIES);
      FloatVector f = FloatVector.zero(SPECIES);
      FloatVector g = FloatVector.zero(SPECIES);
      FloatVector h = FloatVector.zero(SPECIES);
      int to = Math.min(from + Reductions.CHUNK, rows);
      int i = x.index(from, column);
      for (int r = from; r < to; r++, i += stride) {
        e = e.add(fromArray(SPECIES, data, i));
        f = f.add(fromArray(SPECIES, data, i + COUNT));
        g = g.add(fromArray(SPECIES, data, i + 2 * COUNT));
        h = h.add(fromArray(SPECIES, data, i + 3 * COUNT));
      }
      a = a.add(e);
      b = b.add(f);
      c = c.add(g);
      d = d.add(h);
    }
    a.intoArray(out, at);
    b.intoArray(out, at + COUNT);
    c.intoArray(out, at + 2 * COUNT);
    d.intoArray(out, at + 3 * COUNT);
  }

  private static void sumsOfOneVector(Matrix x, int column, int rows, float[] out, int at) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int from = 0; from < rows; from += Reductions.CHUNK) {
      FloatVector chunk = FloatVector.zero(SPECIES);
      int to = Math.min(from + Reductions.CHUNK, rows);
      int i = x.index(from, column);
      for (int r = from; r < to; r++, i += x.rowStride()) {
        chunk = chunk.add(fromArray(SPECIES, x.data(), i));
      }
      sum = sum.add(chunk);
    }
    sum.intoArray(out, at);
  }

  private static void sumsOfRest(Matrix x, int column, int rows, int columns, float[] out, int at) {
    VectorMask<Float> mask = SPECIES.indexInRange(column, columns);
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int from = 0; from < rows; from += Reductions.CHUNK) {
      FloatVector chunk = FloatVector.zero(SPECIES);
      int to = Math.min(from + Reductions.CHUNK, rows);
      int i = x.index(from, column);
      for (int r = from; r < to; r++, i += x.rowStride()) {
        chunk = chunk.add(fromArray(SPECIES, x.data(), i, mask));
      }
      sum = sum.add(chunk);
    }
    sum.intoArray(out, at, mask);
  }
}
