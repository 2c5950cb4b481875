package io.gradus.kernels.vector;

import io.gradus.kernels.Matrix;
import io.gradus.kernels.Workers;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// One row, `c = a·B`: each number of B is used once, so nothing is copied and no register waits
/// for a second row.
///
/// @param a `(1, k)`
/// @param b `(k, n)`, column stride 1
/// @param c `(1, n)`, column stride 1
record RowProduct(int n, int k, Matrix a, Matrix b, Matrix c, boolean accumulate) {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /// Eight sums hide the latency of a multiply-add.
  private static final int WIDTH = 8 * LANES;

  /// Parts of a shared product.
  private static final int PARTS = 8;

  /// Whether one row at a time is the faster way: two rows of wide vectors still beat a tile that
  /// is half empty.
  static boolean suits(int m, int n, Matrix b) {
    return m <= 2 && n >= WIDTH && b.columnStride() == 1;
  }

  void run(boolean shared, Workers workers) {
    int parts = shared ? Math.min(n / WIDTH, PARTS) : 1;
    workers.run(parts, part -> columns(Span.of(part, parts, n, WIDTH)));
  }

  private void columns(Span columns) {
    int j = columns.start();
    int end = j + columns.length();
    for (; j + WIDTH <= end; j += WIDTH) {
      vectors(
          k,
          !accumulate,
          a.data(),
          a.offset(),
          a.columnStride(),
          b.data(),
          b.index(0, j),
          b.rowStride(),
          c.data(),
          c.index(0, j));
    }
    if (j < end) {
      new BlockedProduct(
              1,
              end - j,
              k,
              a,
              Packing.view(b, 0, j),
              Packing.view(c, 0, j),
              accumulate,
              false,
              Finish.NONE)
          .run(Workers.caller());
    }
  }

  private static void vectors(
      int depth,
      boolean fresh,
      float[] a,
      int aOffset,
      int aStep,
      float[] b,
      int bOffset,
      int bStep,
      float[] c,
      int cOffset) {
    FloatVector sum0 = FloatVector.zero(SPECIES);
    FloatVector sum1 = FloatVector.zero(SPECIES);
    FloatVector sum2 = FloatVector.zero(SPECIES);
    FloatVector sum3 = FloatVector.zero(SPECIES);
    FloatVector sum4 = FloatVector.zero(SPECIES);
    FloatVector sum5 = FloatVector.zero(SPECIES);
    FloatVector sum6 = FloatVector.zero(SPECIES);
    FloatVector sum7 = FloatVector.zero(SPECIES);
    if (!fresh) {
      sum0 = FloatVector.fromArray(SPECIES, c, cOffset);
      sum1 = FloatVector.fromArray(SPECIES, c, cOffset + LANES);
      sum2 = FloatVector.fromArray(SPECIES, c, cOffset + 2 * LANES);
      sum3 = FloatVector.fromArray(SPECIES, c, cOffset + 3 * LANES);
      sum4 = FloatVector.fromArray(SPECIES, c, cOffset + 4 * LANES);
      sum5 = FloatVector.fromArray(SPECIES, c, cOffset + 5 * LANES);
      sum6 = FloatVector.fromArray(SPECIES, c, cOffset + 6 * LANES);
      sum7 = FloatVector.fromArray(SPECIES, c, cOffset + 7 * LANES);
    }
    int p = aOffset;
    int q = bOffset;
    for (int i = 0; i < depth; i++) {
      FloatVector x = FloatVector.broadcast(SPECIES, a[p]);
      sum0 = x.fma(FloatVector.fromArray(SPECIES, b, q), sum0);
      sum1 = x.fma(FloatVector.fromArray(SPECIES, b, q + LANES), sum1);
      sum2 = x.fma(FloatVector.fromArray(SPECIES, b, q + 2 * LANES), sum2);
      sum3 = x.fma(FloatVector.fromArray(SPECIES, b, q + 3 * LANES), sum3);
      sum4 = x.fma(FloatVector.fromArray(SPECIES, b, q + 4 * LANES), sum4);
      sum5 = x.fma(FloatVector.fromArray(SPECIES, b, q + 5 * LANES), sum5);
      sum6 = x.fma(FloatVector.fromArray(SPECIES, b, q + 6 * LANES), sum6);
      sum7 = x.fma(FloatVector.fromArray(SPECIES, b, q + 7 * LANES), sum7);
      p += aStep;
      q += bStep;
    }
    sum0.intoArray(c, cOffset);
    sum1.intoArray(c, cOffset + LANES);
    sum2.intoArray(c, cOffset + 2 * LANES);
    sum3.intoArray(c, cOffset + 3 * LANES);
    sum4.intoArray(c, cOffset + 4 * LANES);
    sum5.intoArray(c, cOffset + 5 * LANES);
    sum6.intoArray(c, cOffset + 6 * LANES);
    sum7.intoArray(c, cOffset + 7 * LANES);
  }
}
