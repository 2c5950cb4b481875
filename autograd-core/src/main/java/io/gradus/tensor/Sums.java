package io.gradus.tensor;

import io.gradus.kernels.BinaryFunction;
import io.gradus.kernels.DoubleLoops;
import io.gradus.kernels.DoubleMatrix;
import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.Reductions;
import java.util.Arrays;
import java.util.List;

/// Axes drawn together: sums, maxima, running sums.
final class Sums {
  private Sums() {}

  /// What is left of a shape when axes are summed over.
  static Shape shapeOf(Shape shape, List<Integer> axes, boolean keep) {
    int[] lengths = new int[shape.rank()];
    int n = 0;
    for (int axis = 0; axis < shape.rank(); axis++) {
      if (!axes.contains(axis)) {
        lengths[n++] = shape.shared()[axis];
      } else if (keep) {
        lengths[n++] = 1;
      }
    }
    return Shape.ofOwned(Arrays.copyOf(lengths, n));
  }

  /// Sums over the axes, from the last group of neighbouring axes to the first.
  static Tensor sum(Tensor x, List<Integer> axes, boolean keep) {
    Shape result = shapeOf(x.shape(), axes, keep);
    Tensor left = Copies.packed(x);
    int[] lengths = x.shape().lengths();
    for (int i = axes.size() - 1; i >= 0; ) {
      int last = axes.get(i);
      int first = last;
      while (--i >= 0 && axes.get(i) == first - 1) {
        first--;
      }
      int outer = product(lengths, 0, first);
      int length = product(lengths, first, last + 1);
      int inner = product(lengths, last + 1, lengths.length);
      // by the shape and not by what lies behind it, so that a column alone is summed as beside
      // others
      left =
          last == lengths.length - 1
              ? rowSums(left, outer, length)
              : columnSums(left, outer, length, inner);
      for (int axis = first; axis <= last; axis++) {
        lengths[axis] = 1;
      }
    }
    return Tensor.viewOf(left, left.layout().reshaped(result));
  }

  /// `(rows, columns)` to `(rows)`.
  private static Tensor rowSums(Tensor x, int rows, int columns) {
    int offset = x.layout().offset();
    Storage out = Memory.unset(x.dtype(), rows);
    switch (out) {
      case Storage.Floats floats -> {
        float[] from = x.floats();
        Kernels kernels = Scope.current().compute().kernels();
        Parts.over(
            rows,
            columns,
            (lo, hi) ->
                kernels.rowSums(
                    Matrix.rows(from, offset + lo * columns, columns),
                    hi - lo,
                    columns,
                    floats.array(),
                    lo));
      }
      case Storage.Doubles doubles -> {
        double[] from = x.doubles();
        DoubleLoops.rowSums(
            new DoubleMatrix(from, offset, columns, 1), rows, columns, doubles.array(), 0);
      }
    }
    return Tensor.of(out, Layout.rowMajor(Shape.of(rows)));
  }

  /// `(outer, rows, columns)` to `(outer, columns)`.
  private static Tensor columnSums(Tensor x, int outer, int rows, int columns) {
    int offset = x.layout().offset();
    Storage out = Memory.unset(x.dtype(), outer * columns);
    switch (out) {
      case Storage.Floats floats -> {
        float[] from = x.floats();
        Kernels kernels = Scope.current().compute().kernels();
        if (outer == 1) {
          columnSums(kernels, Matrix.rows(from, offset, columns), rows, columns, floats.array());
        } else {
          Parts.over(
              outer,
              rows * columns,
              (lo, hi) -> {
                for (int i = lo; i < hi; i++) {
                  kernels.columnSums(
                      Matrix.rows(from, offset + i * rows * columns, columns),
                      rows,
                      columns,
                      floats.array(),
                      i * columns);
                }
              });
        }
      }
      case Storage.Doubles doubles -> {
        double[] from = x.doubles();
        for (int i = 0; i < outer; i++) {
          DoubleLoops.columnSums(
              new DoubleMatrix(from, offset + i * rows * columns, columns, 1),
              rows,
              columns,
              doubles.array(),
              i * columns);
        }
      }
    }
    return Tensor.of(out, Layout.rowMajor(Shape.of(outer, columns)));
  }

  /// The workers take chunks of rows, and the chunks' sums are added up in order, as a kernel does
  /// it alone.
  private static void columnSums(Kernels kernels, Matrix x, int rows, int columns, float[] out) {
    int chunks = Math.ceilDiv(rows, Reductions.CHUNK);
    if (chunks < 2 || Scope.current().compute().threads() == 1) {
      kernels.columnSums(x, rows, columns, out, 0);
      return;
    }
    float[] sums = Storage.floats(Memory.unset(DType.FLOAT32, chunks * columns));
    Parts.over(
        chunks,
        Reductions.CHUNK * columns,
        (lo, hi) -> {
          for (int i = lo; i < hi; i++) {
            int first = i * Reductions.CHUNK;
            Matrix chunk = Matrix.rows(x.data(), x.index(first, 0), columns);
            int length = Math.min(Reductions.CHUNK, rows - first);
            kernels.columnSums(chunk, length, columns, sums, i * columns);
          }
        });
    addUp(kernels, sums, chunks, columns, out);
  }

  /// The sums of chunks, one row each, added up in their order.
  static void addUp(Kernels kernels, float[] sums, int chunks, int columns, float[] out) {
    Matrix total = Matrix.rows(out, 0, columns);
    Arrays.fill(out, 0, columns, 0);
    for (int i = 0; i < chunks; i++) {
      Matrix chunk = Matrix.rows(sums, i * columns, columns);
      kernels.zip(BinaryFunction.ADD, total, chunk, total, 1, columns);
    }
  }

  /// The largest along an axis.
  static Tensor max(Tensor x, int axis, boolean keep) {
    Shape result = keep ? x.shape().with(axis, 1) : x.shape().without(axis);
    int columns = x.shape().length(axis);
    if (columns == 0 && result.size() > 0) {
      throw new ShapeException(
          "%s along axis %d: there is no largest of no numbers".formatted(x.shape(), axis));
    }
    Tensor last = Tensor.viewOf(x, x.layout().withAxisLast(axis));
    Tensor packed = Copies.packed(last);
    int rows = result.size();
    int offset = packed.layout().offset();
    Storage out = Memory.unset(x.dtype(), rows);
    switch (out) {
      case Storage.Floats floats -> {
        float[] from = packed.floats();
        Kernels kernels = Scope.current().compute().kernels();
        Parts.over(
            rows,
            columns,
            (lo, hi) ->
                kernels.rowMaxima(
                    Matrix.rows(from, offset + lo * columns, columns),
                    hi - lo,
                    columns,
                    floats.array(),
                    lo));
      }
      case Storage.Doubles doubles ->
          DoubleLoops.rowMaxima(
              new DoubleMatrix(packed.doubles(), offset, columns, 1),
              rows,
              columns,
              doubles.array(),
              0);
    }
    return Tensor.of(out, Layout.rowMajor(result));
  }

  /// Running sums along an axis, from its first place on, or from its last place back.
  static Tensor cumulative(Tensor x, int axis, boolean reversed) {
    Tensor packed = Copies.packed(x);
    int[] lengths = x.shape().shared();
    int inner = product(lengths, axis + 1, lengths.length);
    int length = lengths[axis];
    int offset = packed.layout().offset();
    int n = x.shape().size();
    Storage out = Memory.unset(x.dtype(), n);
    for (int i = 0; i < n; i++) {
      // i walks up; reversed walks down, so that what a place adds to is there already
      int at = reversed ? n - 1 - i : i;
      int along = at / inner % length;
      boolean first = along == (reversed ? length - 1 : 0);
      int before = reversed ? at + inner : at - inner;
      switch (out) {
        case Storage.Floats(var array, _) -> {
          float number = packed.floats()[offset + at];
          array[at] = first ? number : array[before] + number;
        }
        case Storage.Doubles(var array, _) -> {
          double number = packed.doubles()[offset + at];
          array[at] = first ? number : array[before] + number;
        }
      }
    }
    return Tensor.of(out, Layout.rowMajor(x.shape()));
  }

  static int product(int[] lengths, int from, int to) {
    int product = 1;
    for (int axis = from; axis < to; axis++) {
      product *= lengths[axis];
    }
    return product;
  }
}
