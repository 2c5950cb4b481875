package io.gradus.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.ScalarKernels;
import io.gradus.kernels.Standards;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the reductions and softmax to the plain kernels, bit for bit.
class RowBitsTest {
  private static final Kernels VECTOR = new VectorKernels();
  private static final Kernels PLAIN = new ScalarKernels();

  interface Rows {
    void apply(Kernels kernels, Matrix x, int rows, int columns, float[] out, int outOffset);
  }

  record Primitive(String name, Rows rows) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Primitive> primitives() {
    return Stream.of(
        new Primitive("rowSums", Kernels::rowSums),
        new Primitive("rowMaxima", Kernels::rowMaxima),
        new Primitive("columnSums", Kernels::columnSums),
        new Primitive("softmaxRows", Kernels::softmaxRows),
        new Primitive("logSoftmaxRows", Kernels::logSoftmaxRows));
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void everyWidthAndStrideGivesTheSameBits(Primitive primitive) {
    for (int columns : Numbers.LENGTHS) {
      int rows = columns > 100 ? 3 : 9;
      for (int gap : List.of(0, 2)) {
        float[] ordinary = Numbers.ordinary(rows * (columns + gap) + 3, columns);
        float[] mixed = Numbers.mixed(rows * (columns + gap) + 3, columns);
        compare(primitive, new Matrix(ordinary, 3, columns + gap, 1), rows, columns);
        compare(primitive, new Matrix(mixed, 3, columns + gap, 1), rows, columns);
      }
    }
  }

  /// Chunks of 256 rows, whole and not; blocks of 2,048 columns likewise.
  @ParameterizedTest
  @MethodSource("primitives")
  void everyHeightGivesTheSameBits(Primitive primitive) {
    for (int rows : new int[] {0, 1, 3, 4, 5, 255, 256, 257, 512, 1023}) {
      for (int columns : new int[] {1, 10, 33}) {
        float[] data = Numbers.ordinary(rows * columns, rows);
        compare(primitive, Matrix.rows(data, 0, columns), rows, columns);
      }
    }
    float[] wide = Numbers.ordinary(300 * 2100, 1);
    compare(primitive, Matrix.rows(wide, 0, 2100), 300, 2100);
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void oneRowMayStandForAll(Primitive primitive) {
    compare(primitive, new Matrix(Numbers.ordinary(40, 1), 1, 0, 1), 6, 39);
  }

  private static void compare(Primitive primitive, Matrix x, int rows, int columns) {
    float[] actual = Numbers.ordinary(rows * columns + rows + columns + 3, 5);
    float[] expected = actual.clone();
    primitive.rows().apply(VECTOR, x, rows, columns, actual, 1);
    primitive.rows().apply(PLAIN, x, rows, columns, expected, 1);
    assertThat(actual).as("%d rows of %d", rows, columns).isEqualTo(expected);
  }

  /// Zeros of either sign, whose sum and whose largest depend on how they are taken.
  @ParameterizedTest
  @MethodSource("primitives")
  void zerosOfEitherSignGiveTheSameBits(Primitive primitive) {
    for (int columns : new int[] {1, 15, 16, 17, 40, 70}) {
      float[] data = new float[3 * columns];
      Arrays.fill(data, -0f);
      compare(primitive, Matrix.rows(data, 0, columns), 3, columns);
      data[columns / 2] = 0;
      compare(primitive, Matrix.rows(data, 0, columns), 3, columns);
    }
  }

  /// Fewer rows than a sum over columns takes at a time, and more.
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 300})
  void normalizedRowsGiveTheSameBits(int rows) {
    for (int columns : Numbers.LENGTHS) {
      int n = rows * columns;
      Matrix dy = Matrix.rows(Numbers.ordinary(n + 2, 1), 2, columns);
      Matrix x = Matrix.rows(Numbers.ordinary(n + 3, 2), 3, columns);
      Matrix gain = new Matrix(Numbers.ordinary(columns + 1, 4), 1, 0, 1);
      Matrix bias = new Matrix(Numbers.ordinary(columns + 2, 5), 2, 0, 1);
      float[] actual = Numbers.ordinary(n + 2 * columns + 4, 3);
      float[] expected = actual.clone();
      Standards standards = values(VECTOR, x, rows, columns, gain, bias, actual);
      Standards plain = values(PLAIN, x, rows, columns, gain, bias, expected);
      assertThat(actual).as("%d columns", columns).isEqualTo(expected);
      assertThat(standards.means()).isEqualTo(plain.means());
      assertThat(standards.scales()).isEqualTo(plain.scales());
      gradients(VECTOR, dy, x, rows, columns, gain, actual);
      gradients(PLAIN, dy, x, rows, columns, gain, expected);
      assertThat(actual).as("gradient, %d columns", columns).isEqualTo(expected);
    }
  }

  private static Standards values(
      Kernels kernels, Matrix x, int rows, int columns, Matrix gain, Matrix bias, float[] out) {
    Matrix to = Matrix.rows(out, 1, columns);
    Standards standards = Standards.of(rows);
    kernels.normalizeRows(x, rows, columns, 0.01f, gain, bias, to, standards);
    return standards;
  }

  private static void gradients(
      Kernels kernels, Matrix dy, Matrix x, int rows, int columns, Matrix gain, float[] out) {
    Matrix dx = Matrix.rows(out, 1, columns);
    Matrix dGain = new Matrix(out, 2 + rows * columns, 0, 1);
    Matrix dBias = new Matrix(out, 3 + (rows + 1) * columns, 0, 1);
    var standards = new Standards(Numbers.ordinary(rows, 6), Numbers.ordinary(rows, 7), 0);
    kernels.normalizeRowsGradient(dy, x, rows, columns, standards, gain, dx, dGain, dBias);
  }

  /// Rows that see nearly everything, and rows that see little.
  @Test
  void softmaxOfThePastGivesTheSameBits() {
    for (int columns : Numbers.LENGTHS) {
      for (int before : new int[] {0, Math.max(0, columns - 4), columns}) {
        float[] actual = Numbers.ordinary(7 * columns + 5, 1);
        float[] expected = actual.clone();
        VECTOR.causalSoftmax(0.3f, actual, 3, before, 7, columns);
        PLAIN.causalSoftmax(0.3f, expected, 3, before, 7, columns);
        assertThat(actual).as("%d columns after %d", columns, before).isEqualTo(expected);
        float[] slopes = Numbers.ordinary(7 * columns + 5, 2);
        float[] expectedSlopes = slopes.clone();
        VECTOR.causalSoftmaxGradient(0.3f, actual, 3, slopes, 2, before, 7, columns);
        PLAIN.causalSoftmaxGradient(0.3f, expected, 3, expectedSlopes, 2, before, 7, columns);
        assertThat(slopes).as("gradient, %d columns", columns).isEqualTo(expectedSlopes);
      }
    }
  }

  @Test
  void gradientsOfSoftmaxGiveTheSameBits() {
    for (int columns : Numbers.LENGTHS) {
      float[] dy = Numbers.mixed(7 * columns + 2, 1);
      float[] y = Numbers.ordinary(7 * columns + 3, 2);
      float[] actual = Numbers.ordinary(7 * columns + 4, 3);
      float[] expected = actual.clone();
      VECTOR.softmaxRowsGradient(dy, 2, y, 3, 7, columns, actual, 1);
      PLAIN.softmaxRowsGradient(dy, 2, y, 3, 7, columns, expected, 1);
      assertThat(actual).as("softmax, %d columns", columns).isEqualTo(expected);
      VECTOR.logSoftmaxRowsGradient(dy, 2, y, 3, 7, columns, actual, 1);
      PLAIN.logSoftmaxRowsGradient(dy, 2, y, 3, 7, columns, expected, 1);
      assertThat(actual).as("log softmax, %d columns", columns).isEqualTo(expected);
    }
  }
}
