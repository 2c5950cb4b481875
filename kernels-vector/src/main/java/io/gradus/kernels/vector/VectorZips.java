package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;

import io.gradus.kernels.BinaryFunction;
import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/// The elementwise functions of two numbers, one loop each.
///
/// An operand that repeats one number along the row is a vector of it, in an array of its own; its
/// index keeps none of the bits of the column's, where others keep all. So one loop serves every
/// broadcast.
final class VectorZips {
  private VectorZips() {}

  /// As [Kernels#zip]; what is no whole vector, on processors without masks, is left to `plain`.
  static void zip(
      BinaryFunction f, Matrix x, Matrix y, Matrix out, int rows, int columns, Kernels plain) {
    if (rows > 1 && isOneRow(x, columns) && isOneRow(y, columns) && out.rowStride() == columns) {
      zip(f, x, y, out, 1, rows * columns, plain);
      return;
    }
    if (columns == 0) {
      return;
    }
    int whole = Lanes.whole(columns);
    float[] left = x.columnStride() == 0 ? new float[COUNT] : x.data();
    float[] right = y.columnStride() == 0 ? new float[COUNT] : y.data();
    int xs = -x.columnStride(); // no bit or all
    int ys = -y.columnStride();
    for (int r = 0; r < rows; r++) {
      int i = start(x, r, left);
      int j = start(y, r, right);
      int k = out.index(r, 0);
      switch (f) {
        case ADD -> add(left, i, xs, right, j, ys, out.data(), k, whole);
        case SUBTRACT -> subtract(left, i, xs, right, j, ys, out.data(), k, whole);
        case MULTIPLY -> multiply(left, i, xs, right, j, ys, out.data(), k, whole);
        case DIVIDE -> divide(left, i, xs, right, j, ys, out.data(), k, whole);
        case MAXIMUM -> maximum(left, i, xs, right, j, ys, out.data(), k, whole);
        case MINIMUM -> minimum(left, i, xs, right, j, ys, out.data(), k, whole);
        case TANH_GRADIENT -> tanhGradient(left, i, xs, right, j, ys, out.data(), k, whole);
        case SIGMOID_GRADIENT -> sigmoidGradient(left, i, xs, right, j, ys, out.data(), k, whole);
        case RELU_GRADIENT -> reluGradient(left, i, xs, right, j, ys, out.data(), k, whole);
      }
    }
    if (whole < columns) {
      plain.zip(f, from(x, whole), from(y, whole), from(out, whole), rows, columns - whole);
    }
  }

  /// Whether the rows follow one another without a gap, or are all the same number.
  private static boolean isOneRow(Matrix x, int columns) {
    return x.rowStride() == columns * x.columnStride();
  }

  /// Where row `r` starts in `data`, which is the matrix's, or a vector that is filled here.
  private static int start(Matrix x, int r, float[] data) {
    int start = x.index(r, 0);
    if (x.columnStride() != 0) {
      return start;
    }
    FloatVector.broadcast(SPECIES, x.data()[start]).intoArray(data, 0);
    return 0;
  }

  private static Matrix from(Matrix x, int column) {
    return new Matrix(x.data(), x.index(0, column), x.rowStride(), x.columnStride());
  }

  private static void add(
      float[] x, int i, int xs, float[] y, int j, int ys, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector a = fromArray(SPECIES, x, i + (c & xs));
      FloatVector b = fromArray(SPECIES, y, j + (c & ys));
      a.add(b).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector a = fromArray(SPECIES, x, i + (c & xs), mask);
      FloatVector b = fromArray(SPECIES, y, j + (c & ys), mask);
      a.add(b).intoArray(out, k + c, mask);
    }
  }

  private static void subtract(
      float[] x, int i, int xs, float[] y, int j, int ys, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector a = fromArray(SPECIES, x, i + (c & xs));
      FloatVector b = fromArray(SPECIES, y, j + (c & ys));
      a.sub(b).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector a = fromArray(SPECIES, x, i + (c & xs), mask);
      FloatVector b = fromArray(SPECIES, y, j + (c & ys), mask);
      a.sub(b).intoArray(out, k + c, mask);
    }
  }

  private static void multiply(
      float[] x, int i, int xs, float[] y, int j, int ys, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector a = fromArray(SPECIES, x, i + (c & xs));
      FloatVector b = fromArray(SPECIES, y, j + (c & ys));
      a.mul(b).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector a = fromArray(SPECIES, x, i + (c & xs), mask);
      FloatVector b = fromArray(SPECIES, y, j + (c & ys), mask);
      a.mul(b).intoArray(out, k + c, mask);
    }
  }

  private static void divide(
      float[] x, int i, int xs, float[] y, int j, int ys, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector a = fromArray(SPECIES, x, i + (c & xs));
      FloatVector b = fromArray(SPECIES, y, j + (c & ys));
      a.div(b).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector a = fromArray(SPECIES, x, i + (c & xs), mask);
      FloatVector b = fromArray(SPECIES, y, j + (c & ys), mask);
      a.div(b).intoArray(out, k + c, mask);
    }
  }

  private static void maximum(
      float[] x, int i, int xs, float[] y, int j, int ys, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector a = fromArray(SPECIES, x, i + (c & xs));
      FloatVector b = fromArray(SPECIES, y, j + (c & ys));
      a.max(b).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector a = fromArray(SPECIES, x, i + (c & xs), mask);
      FloatVector b = fromArray(SPECIES, y, j + (c & ys), mask);
      a.max(b).intoArray(out, k + c, mask);
    }
  }

  private static void minimum(
      float[] x, int i, int xs, float[] y, int j, int ys, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector a = fromArray(SPECIES, x, i + (c & xs));
      FloatVector b = fromArray(SPECIES, y, j + (c & ys));
      a.min(b).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector a = fromArray(SPECIES, x, i + (c & xs), mask);
      FloatVector b = fromArray(SPECIES, y, j + (c & ys), mask);
      a.min(b).intoArray(out, k + c, mask);
    }
  }

  private static void tanhGradient(
      float[] x, int i, int xs, float[] y, int j, int ys, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector a = fromArray(SPECIES, x, i + (c & xs));
      FloatVector b = fromArray(SPECIES, y, j + (c & ys));
      a.mul(FloatVector.broadcast(SPECIES, 1).sub(b.mul(b))).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector a = fromArray(SPECIES, x, i + (c & xs), mask);
      FloatVector b = fromArray(SPECIES, y, j + (c & ys), mask);
      a.mul(FloatVector.broadcast(SPECIES, 1).sub(b.mul(b))).intoArray(out, k + c, mask);
    }
  }

  private static void sigmoidGradient(
      float[] x, int i, int xs, float[] y, int j, int ys, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector a = fromArray(SPECIES, x, i + (c & xs));
      FloatVector b = fromArray(SPECIES, y, j + (c & ys));
      a.mul(b.mul(FloatVector.broadcast(SPECIES, 1).sub(b))).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector a = fromArray(SPECIES, x, i + (c & xs), mask);
      FloatVector b = fromArray(SPECIES, y, j + (c & ys), mask);
      a.mul(b.mul(FloatVector.broadcast(SPECIES, 1).sub(b))).intoArray(out, k + c, mask);
    }
  }

  private static void reluGradient(
      float[] x, int i, int xs, float[] y, int j, int ys, float[] out, int k, int n) {
    int c = 0;
    for (; c < SPECIES.loopBound(n); c += COUNT) {
      FloatVector a = fromArray(SPECIES, x, i + (c & xs));
      FloatVector b = fromArray(SPECIES, y, j + (c & ys));
      FloatVector.zero(SPECIES).blend(a, b.compare(GT, 0)).intoArray(out, k + c);
    }
    if (c < n) {
      VectorMask<Float> mask = SPECIES.indexInRange(c, n);
      FloatVector a = fromArray(SPECIES, x, i + (c & xs), mask);
      FloatVector b = fromArray(SPECIES, y, j + (c & ys), mask);
      FloatVector.zero(SPECIES).blend(a, b.compare(GT, 0)).intoArray(out, k + c, mask);
    }
  }
}
