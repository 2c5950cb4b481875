package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

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

  /// The sum of vectors that stand `step` apart, in every lane: as [#sum] of the same numbers side
  /// by side. Of 8 or 16 lanes.
  static FloatVector sumOfVectors(float[] x, int from, int step, int vectors) {
    FloatVector low = FloatVector.zero(SPECIES);
    FloatVector high = FloatVector.zero(SPECIES);
    int at = from;
    for (int i = 0; i < vectors; i++) {
      if (COUNT == 16 || i % 2 == 0) {
        low = low.add(fromArray(SPECIES, x, at));
      } else {
        high = high.add(fromArray(SPECIES, x, at));
      }
      at += step;
    }
    return folded(low, high);
  }

  /// The sum of `n` products: as [#sum] of them. Of 8 or 16 lanes.
  ///
  /// It folds by itself and returns a number: C2 does not inline all of this in long callers, and
  /// makes an object of each vector that it then hands to a method or back.
  static float sumOfProducts(float[] x, int xFrom, float[] y, int yFrom, int n) {
    FloatVector low = FloatVector.zero(SPECIES);
    FloatVector high = FloatVector.zero(SPECIES);
    int i = 0;
    for (; i < SPECIES.loopBound(n); i += COUNT) {
      FloatVector product = fromArray(SPECIES, x, xFrom + i).mul(fromArray(SPECIES, y, yFrom + i));
      if (COUNT == 16 || i % Reductions.LANES == 0) {
        low = low.add(product);
      } else {
        high = high.add(product);
      }
    }
    if (i < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(i, n);
      FloatVector product =
          fromArray(SPECIES, x, xFrom + i, mask).mul(fromArray(SPECIES, y, yFrom + i, mask));
      if (COUNT == 16 || i % Reductions.LANES == 0) {
        low = low.add(product);
      } else {
        high = high.add(product);
      }
    }
    FloatVector lanes = COUNT == 16 ? low.add(low.rearrange(BY_8)) : low.add(high);
    lanes = lanes.add(lanes.rearrange(BY_4));
    lanes = lanes.add(lanes.rearrange(BY_2));
    return lanes.add(lanes.rearrange(BY_1)).lane(0);
  }

  /// The halves of 16 lanes added, and theirs, until every lane holds the whole.
  private static FloatVector folded(FloatVector low, FloatVector high) {
    FloatVector lanes = COUNT == 16 ? low.add(low.rearrange(BY_8)) : low.add(high);
    lanes = lanes.add(lanes.rearrange(BY_4));
    lanes = lanes.add(lanes.rearrange(BY_2));
    return lanes.add(lanes.rearrange(BY_1));
  }

  /// The largest lane, in every lane; a NaN may be left out, as may the sign of a zero, which the
  /// maximum of [#max] keeps and which takes as long again. Of 8 or 16 lanes.
  static FloatVector largest(FloatVector x) {
    FloatVector max = COUNT == 16 ? larger(x, x.rearrange(BY_8)) : x;
    max = larger(max, max.rearrange(BY_4));
    max = larger(max, max.rearrange(BY_2));
    return larger(max, max.rearrange(BY_1));
  }

  private static FloatVector larger(FloatVector a, FloatVector b) {
    return a.blend(b, b.compare(VectorOperators.GT, a));
  }

  /// As [Kernels#rowMaxima].
  static void rowMaxima(Matrix x, int rows, int columns, float[] out, int outOffset) {
    for (int r = 0; r < rows; r++) {
      out[outOffset + r] = max(x.data(), x.index(r, 0), columns);
    }
  }

  /// The largest of `n` numbers; which comes first makes no difference to `Math.max`.
  ///
  /// The last vector is read from where it is whole, some numbers twice.
  static float max(float[] x, int from, int n) {
    if (n < COUNT) {
      return maxOfFew(x, from, n);
    }
    FloatVector a = fromArray(SPECIES, x, from + n - COUNT);
    int i = 0;
    if (n >= 4 * COUNT) { // a maximum takes long, four at a time do not take longer
      FloatVector b = a;
      FloatVector c = a;
      FloatVector d = a;
      for (; i <= n - 4 * COUNT; i += 4 * COUNT) {
        a = a.max(fromArray(SPECIES, x, from + i));
        b = b.max(fromArray(SPECIES, x, from + i + COUNT));
        c = c.max(fromArray(SPECIES, x, from + i + 2 * COUNT));
        d = d.max(fromArray(SPECIES, x, from + i + 3 * COUNT));
      }
      a = a.max(b).max(c.max(d));
    }
    for (; i < SPECIES.loopBound(n); i += COUNT) {
      a = a.max(fromArray(SPECIES, x, from + i));
    }
    return a.reduceLanes(VectorOperators.MAX);
  }

  private static float maxOfFew(float[] x, int from, int n) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      max = Math.max(max, x[from + i]);
    }
    return max;
  }
}
