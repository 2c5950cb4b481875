package io.gradus.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds the loops over doubles to those over floats, whose own test has the numbers: floats are
/// doubles, and where nothing is rounded the results are the same.
class DoubleLoopsTest {
  private static final int ROWS = 3;
  private static final int COLUMNS = 37;

  private final Kernels floats = new ScalarKernels();
  private final float[] x = numbers(1);
  private final float[] y = numbers(2);
  private final float[] expected = new float[ROWS * COLUMNS];
  private final double[] actual = new double[ROWS * COLUMNS];

  private static float[] numbers(int seed) {
    Random random = new Random(seed);
    float[] x = new float[ROWS * COLUMNS];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat(0.1f, 2);
    }
    return x;
  }

  private static double[] wide(float[] x) {
    double[] wide = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      wide[i] = x[i];
    }
    return wide;
  }

  private static DoubleMatrix rows(float[] x) {
    return DoubleMatrix.rows(wide(x), 0, COLUMNS);
  }

  private void assertNear(double tolerance) {
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).as("element %d", i).isCloseTo(expected[i], within(tolerance));
    }
  }

  @ParameterizedTest
  @EnumSource(UnaryFunction.class)
  void mapsAsFloatsDo(UnaryFunction f) {
    floats.map(f, x, 2, expected, 1, 100);
    DoubleLoops.map(f, wide(x), 2, actual, 1, 100);
    assertNear(1e-5);
  }

  @ParameterizedTest
  @EnumSource(BinaryFunction.class)
  void zipsAsFloatsDo(BinaryFunction f) {
    Matrix column = new Matrix(y, 5, 1, 0);
    floats.zip(f, rowsOf(x), column, rowsOf(expected), ROWS, COLUMNS);
    DoubleMatrix wideColumn = new DoubleMatrix(wide(y), 5, 1, 0);
    DoubleMatrix out = DoubleMatrix.rows(actual, 0, COLUMNS);
    DoubleLoops.zip(f, rows(x), wideColumn, out, ROWS, COLUMNS);
    assertNear(1e-5);
  }

  private static Matrix rowsOf(float[] x) {
    return Matrix.rows(x, 0, COLUMNS);
  }

  @Test
  void reducesAsFloatsDo() {
    floats.rowSums(rowsOf(x), ROWS, COLUMNS, expected, 1);
    DoubleLoops.rowSums(rows(x), ROWS, COLUMNS, actual, 1);
    assertNear(1e-4);
    floats.rowMaxima(rowsOf(x), ROWS, COLUMNS, expected, 1);
    DoubleLoops.rowMaxima(rows(x), ROWS, COLUMNS, actual, 1);
    assertNear(0);
    floats.columnSums(rowsOf(x), ROWS, COLUMNS, expected, 1);
    DoubleLoops.columnSums(rows(x), ROWS, COLUMNS, actual, 1);
    assertNear(1e-5);
  }

  /// As for floats: 2⁵³ + 1 is no double.
  @Test
  void addsUpInLanesAndInChunks() {
    double[] row = new double[17];
    row[0] = 0x1p53;
    row[16] = 1;
    row[1] = 1;
    row[9] = 1;
    DoubleLoops.rowSums(DoubleMatrix.rows(row, 0, 17), 1, 17, actual, 0);
    assertThat(actual[0]).isEqualTo(0x1p53 + 2);
    double[] column = new double[258];
    column[0] = 0x1p53;
    column[1] = 1;
    column[256] = 1;
    column[257] = 1;
    DoubleLoops.columnSums(DoubleMatrix.rows(column, 0, 1), 258, 1, actual, 0);
    assertThat(actual[0]).isEqualTo(0x1p53 + 2);
  }

  @Test
  void multipliesMatrices() {
    DoubleMatrix a = DoubleMatrix.rows(new double[] {1, 2, 3, 4}, 0, 2);
    DoubleMatrix transposed = new DoubleMatrix(new double[] {5, 7, 6, 8}, 0, 1, 2);
    double[] c = {1, 1, 1, 1};
    DoubleLoops.matmul(2, 2, 2, a, transposed, DoubleMatrix.rows(c, 0, 2), true);
    assertThat(c).containsExactly(20, 23, 44, 51);
    DoubleLoops.matmul(2, 2, 2, a, transposed, DoubleMatrix.rows(c, 0, 2), false);
    assertThat(c).containsExactly(19, 22, 43, 50);
  }

  @Test
  void softmaxAndItsGradientsAreAsThoseOfFloats() {
    floats.softmaxRows(rowsOf(x), ROWS, COLUMNS, expected, 0);
    DoubleLoops.softmaxRows(rows(x), ROWS, COLUMNS, actual, 0);
    assertNear(1e-6);
    floats.logSoftmaxRows(rowsOf(x), ROWS, COLUMNS, expected, 0);
    DoubleLoops.logSoftmaxRows(rows(x), ROWS, COLUMNS, actual, 0);
    assertNear(1e-5);
    floats.softmaxRowsGradient(x, 0, y, 0, ROWS, COLUMNS, expected, 0);
    DoubleLoops.softmaxRowsGradient(wide(x), 0, wide(y), 0, ROWS, COLUMNS, actual, 0);
    assertNear(1e-3);
    floats.logSoftmaxRowsGradient(x, 0, y, 0, ROWS, COLUMNS, expected, 0);
    DoubleLoops.logSoftmaxRowsGradient(wide(x), 0, wide(y), 0, ROWS, COLUMNS, actual, 0);
    assertNear(1e-3);
  }
}
