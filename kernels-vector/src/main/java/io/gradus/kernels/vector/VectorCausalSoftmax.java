package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;

import io.gradus.kernels.ThreadArray;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// Softmax of rows of which the first ones see little, in the operations of
/// [io.gradus.kernels.Kernels#causalSoftmax]. Vectors of which a row sees nothing are left out.
///
/// Each loop passes all rows before the next one begins: what a row waits for is short beside what
/// the others have to do.
final class VectorCausalSoftmax {
  private static final ThreadArray POWERS = new ThreadArray();

  private VectorCausalSoftmax() {}

  /// As [io.gradus.kernels.Kernels#causalSoftmax].
  ///
  /// The powers stand apart, vector by vector: first the first vector of every row, so that those
  /// of the rows that see as far are one loop.
  static void values(float scale, float[] x, int xOffset, int before, int rows, int columns) {
    if (columns == 0) {
      return;
    }
    int vectors = vectors(Math.min(before + rows, columns));
    float[] e = POWERS.ofAtLeast(vectors * rows * COUNT);
    for (int r = 0; r < rows; r++) {
      int seen = Math.min(before + r + 1, columns);
      differences(x, xOffset + r * columns, columns, scale, seen, e, r * COUNT, rows);
    }
    for (int v = 0; v < vectors; v++) {
      int first = Math.max(0, v * COUNT - before); // of the rows that see it
      int at = (v * rows + first) * COUNT;
      VectorExponentials.exp(e, at, e, at, (rows - first) * COUNT);
    }
    for (int r = 0; r < rows; r++) {
      int seen = Math.min(before + r + 1, columns);
      quotients(e, r * COUNT, rows, vectors(seen), x, xOffset + r * columns, columns);
    }
  }

  /// As [io.gradus.kernels.Kernels#causalSoftmaxGradient].
  static void gradients(
      float scale,
      float[] y,
      int yOffset,
      float[] dy,
      int dyOffset,
      int before,
      int rows,
      int columns) {
    if (columns == 0) {
      return;
    }
    float[] sums = POWERS.ofAtLeast(rows);
    for (int r = 0; r < rows; r++) {
      int seen = Math.min(before + r + 1, columns);
      int from = r * columns;
      sums[r] = VectorReductions.sumOfProducts(dy, dyOffset + from, y, yOffset + from, seen);
    }
    for (int r = 0; r < rows; r++) {
      int seen = Math.min(before + r + 1, columns);
      int from = r * columns;
      slopes(scale, y, yOffset + from, dy, dyOffset + from, seen, columns, sums[r]);
    }
  }

  private static int vectors(int n) {
    return (n + COUNT - 1) / COUNT;
  }

  /// `e = x scale - m scale` of the columns that a row sees, `-∞` behind them, with the largest
  /// `m`.
  ///
  /// A NaN may pass for no maximum: its own power is one, and so the sum.
  private static void differences(
      float[] x, int row, int columns, float scale, int seen, float[] e, int at, int rows) {
    int last = (seen - 1) / COUNT * COUNT;
    FloatVector nothing = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
    VectorMask<Float> mask = SPECIES.indexInRange(last, seen);
    FloatVector end = nothing.blend(end(x, row, last, columns), mask);
    FloatVector max = end;
    for (int c = 0; c < last; c += COUNT) {
      FloatVector v = fromArray(SPECIES, x, row + c);
      max = max.blend(v, v.compare(GT, max));
    }
    FloatVector shift = VectorReductions.largest(max).mul(scale);
    int step = rows * COUNT;
    int to = at;
    for (int c = 0; c < last; c += COUNT) {
      fromArray(SPECIES, x, row + c).mul(scale).sub(shift).intoArray(e, to);
      to += step;
    }
    nothing.blend(end.mul(scale).sub(shift), mask).intoArray(e, to);
  }

  /// `x = e / s`, with the sum `s` of the powers of a row.
  private static void quotients(
      float[] e, int at, int rows, int vectors, float[] x, int row, int columns) {
    int step = rows * COUNT;
    FloatVector sum = VectorReductions.sumOfVectors(e, at, step, vectors);
    int end = (vectors - 1) * COUNT;
    int from = at;
    for (int c = 0; c < end; c += COUNT) {
      fromArray(SPECIES, e, from).div(sum).intoArray(x, row + c);
      from += step;
    }
    store(fromArray(SPECIES, e, from).div(sum), x, row, end, columns);
    if (end + COUNT < columns) {
      Arrays.fill(x, row + end + COUNT, row + columns, 0 / sum.lane(0)); // NaN where the sum is
    }
  }

  /// `dy = y (dy - sum) scale` of the columns that a row sees, 0 behind them.
  private static void slopes(
      float scale, float[] y, int yRow, float[] dy, int row, int seen, int columns, float sum) {
    int last = (seen - 1) / COUNT * COUNT;
    for (int c = 0; c < last; c += COUNT) {
      FloatVector less = fromArray(SPECIES, dy, row + c).sub(sum);
      fromArray(SPECIES, y, yRow + c).mul(less).mul(scale).intoArray(dy, row + c);
    }
    VectorMask<Float> mask = SPECIES.indexInRange(last, seen);
    FloatVector less = end(dy, row, last, columns).sub(sum);
    FloatVector slope = end(y, yRow, last, columns).mul(less).mul(scale);
    store(FloatVector.zero(SPECIES).blend(slope, mask), dy, row, last, columns);
    if (last + COUNT < columns) {
      Arrays.fill(dy, row + last + COUNT, row + columns, 0);
    }
  }

  /// A vector of a row, whose lanes behind the row are 0. A mask takes long: most rows end where a
  /// vector does.
  private static FloatVector end(float[] x, int row, int column, int columns) {
    return column + COUNT <= columns
        ? fromArray(SPECIES, x, row + column)
        : fromArray(SPECIES, x, row + column, SPECIES.indexInRange(column, columns));
  }

  private static void store(FloatVector v, float[] x, int row, int column, int columns) {
    if (column + COUNT <= columns) {
      v.intoArray(x, row + column);
    } else {
      v.intoArray(x, row + column, SPECIES.indexInRange(column, columns));
    }
  }
}
