package io.gradus.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.ScalarKernels;
import io.gradus.kernels.Workers;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The product on vectors holds the bits of the plain loops, whatever the tiles, blocks and
/// threads.
class VectorMatmulTest {
  /// Sizes on and beside every edge of a tile, at every width of vectors.
  private static final int[] EDGES = {
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 15, 16, 17, 23, 24, 25, 31, 32, 33, 47, 48, 49, 63,
    64, 65, 97, 100, 200
  };

  private static final Workers[] CREWS = {
    Workers.caller(), Workers.of(2), Workers.of(3), Workers.of(8)
  };

  private final Kernels plain = new ScalarKernels();
  private final Kernels vectors = new VectorKernels();

  /// How an operand lies in its array.
  private enum Layout {
    ROWS,
    TRANSPOSED,
    EVERY_SECOND,
    ONE_ROW,
    ONE_COLUMN,
    ONE_NUMBER
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void productsOfRandomShapesAndLayoutsHaveThePlainBits(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      int m = EDGES[random.nextInt(EDGES.length)];
      int n = EDGES[random.nextInt(EDGES.length)];
      int k = EDGES[random.nextInt(EDGES.length)];
      Layout left = Layout.values()[random.nextInt(6)];
      Layout right = Layout.values()[random.nextInt(6)];
      assertSameBits(m, n, k, left, right, random);
    }
  }

  @Test
  void productsAcrossBlocksHaveThePlainBits() {
    Random random = new Random(5);
    for (int m : new int[] {1, 95, 97, 193}) {
      for (int n : new int[] {1, 33, 1023, 1025, 2049}) {
        for (int k : new int[] {1, 255, 257, 385, 513}) {
          for (Layout left : new Layout[] {Layout.ROWS, Layout.TRANSPOSED}) {
            for (Layout right : new Layout[] {Layout.ROWS, Layout.TRANSPOSED}) {
              if ((long) m * n * k < 30_000_000) {
                assertSameBits(m, n, k, left, right, random);
              }
            }
          }
        }
      }
    }
  }

  @Test
  void rowsThatLieAPowerOfTwoApartHaveThePlainBits() {
    Random random = new Random(6);
    for (int apart : new int[] {512, 1024, 2048}) {
      assertSameBits(130, 128, apart, Layout.ROWS, Layout.ROWS, random);
      assertSameBits(apart, 65, 130, Layout.TRANSPOSED, Layout.TRANSPOSED, random);
    }
  }

  @Test
  void longRowsAndColumnsHaveThePlainBits() {
    Random random = new Random(7);
    for (Layout layout : new Layout[] {Layout.ROWS, Layout.TRANSPOSED}) {
      assertSameBits(1, 2049, 2100, Layout.ROWS, layout, random);
      assertSameBits(2, 1000, 30, Layout.TRANSPOSED, layout, random);
      assertSameBits(2100, 1, 2049, layout, Layout.ROWS, random);
    }
  }

  @Test
  void anEmptySumIsZeroOrWhatWasThere() {
    float[] c = {1, 2, 3, 4};
    Matrix none = Matrix.rows(new float[0], 0, 0);
    Matrix out = Matrix.rows(c, 0, 2);
    vectors.matmul(2, 2, 0, none, none, out, true, Workers.caller());
    assertThat(c).containsExactly(1, 2, 3, 4);
    vectors.matmul(2, 2, 0, none, none, out, false, Workers.caller());
    assertThat(c).containsExactly(0, 0, 0, 0);
  }

  private void assertSameBits(int m, int n, int k, Layout left, Layout right, Random random) {
    Matrix a = operand(m, k, left, random);
    Matrix b = operand(k, n, right, random);
    Matrix c = operand(m, n, Layout.ROWS, random);
    Matrix expected = new Matrix(c.data().clone(), c.offset(), c.rowStride(), 1);
    boolean accumulate = random.nextBoolean();
    Workers crew = CREWS[random.nextInt(CREWS.length)];
    plain.matmul(m, n, k, a, b, expected, accumulate, crew);
    vectors.matmul(m, n, k, a, b, c, accumulate, crew);
    String what =
        "of (%d, %d)·(%d, %d), %s and %s, accumulate %s, %d threads"
            .formatted(m, k, k, n, left, right, accumulate, crew.threads());
    assertSameBits(c, expected, what);
    Matrix bias = operand(m, n, Layout.ONE_ROW, random);
    plain.affine(m, n, k, a, b, bias, expected, crew);
    vectors.affine(m, n, k, a, b, bias, c, crew);
    assertSameBits(c, expected, what + ", and a bias");
  }

  private static void assertSameBits(Matrix c, Matrix expected, String what) {
    for (int i = 0; i < c.data().length; i++) {
      int bits = Float.floatToIntBits(c.data()[i]);
      if (bits != Float.floatToIntBits(expected.data()[i])) {
        assertThat(c.data()[i]).as("number %d %s", i, what).isEqualTo(expected.data()[i]);
      }
    }
  }

  private static Matrix operand(int rows, int columns, Layout layout, Random random) {
    int gap = random.nextInt(4);
    int row =
        switch (layout) {
          case ROWS -> columns + gap;
          case TRANSPOSED, ONE_COLUMN -> 1;
          case EVERY_SECOND -> 2 * columns + gap;
          case ONE_ROW, ONE_NUMBER -> 0;
        };
    int column =
        switch (layout) {
          case ROWS, ONE_ROW -> 1;
          case TRANSPOSED -> rows + gap;
          case EVERY_SECOND -> 2;
          case ONE_COLUMN, ONE_NUMBER -> 0;
        };
    int offset = random.nextInt(9);
    int margin = random.nextInt(2) * 40; // most often the last number is the array's last
    int length = offset + Math.max(0, rows - 1) * row + Math.max(0, columns - 1) * column + 1;
    float[] data = new float[length + margin];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) random.nextGaussian();
    }
    switch (random.nextInt(6)) {
      case 0 -> data[random.nextInt(data.length)] = Float.NaN;
      case 1 -> data[random.nextInt(data.length)] = Float.POSITIVE_INFINITY;
      default -> {}
    }
    return new Matrix(data, offset, row, column);
  }
}
