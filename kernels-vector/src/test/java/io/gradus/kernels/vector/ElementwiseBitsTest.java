package io.gradus.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.kernels.BinaryFunction;
import io.gradus.kernels.Gate;
import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.ScalarKernels;
import io.gradus.kernels.UnaryFunction;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds the elementwise kernels to the plain ones, bit for bit.
class ElementwiseBitsTest {
  private final Kernels vector = new VectorKernels();
  private final Kernels plain = new ScalarKernels();

  /// All 512 signed exponents, each with 64 mantissas: 0, the largest and others.
  @ParameterizedTest
  @EnumSource(UnaryFunction.class)
  void functionsGiveTheSameBitsAtEveryExponent(UnaryFunction f) {
    float[] x = new float[512 * 64];
    for (int i = 0; i < x.length; i++) {
      x[i] = Float.intBitsToFloat(((i / 64) << 23) | (i % 64 * 133_153));
    }
    float[] actual = new float[x.length];
    float[] expected = new float[x.length];
    vector.map(f, x, 0, actual, 0, x.length);
    plain.map(f, x, 0, expected, 0, x.length);
    assertThat(actual).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Gate.class)
  void gatesGiveTheSameBits(Gate gate) {
    for (int n : Numbers.LENGTHS) {
      float[] x = Numbers.mixed(n + 5, n);
      float[] actual = Numbers.mixed(n + 9, 1);
      float[] expected = actual.clone();
      vector.gate(gate, x, 2, actual, 3, n);
      plain.gate(gate, x, 2, expected, 3, n);
      assertThat(actual).as("%d numbers", n).isEqualTo(expected);
      float[] slopes = Numbers.mixed(n + 9, 2);
      float[] expectedSlopes = slopes.clone();
      vector.gateWithSlopes(gate, x, 2, actual, 3, slopes, 4, n);
      plain.gateWithSlopes(gate, x, 2, expected, 3, expectedSlopes, 4, n);
      assertThat(actual).as("%d numbers with slopes", n).isEqualTo(expected);
      assertThat(slopes).as("slopes of %d numbers", n).isEqualTo(expectedSlopes);
    }
  }

  @ParameterizedTest
  @EnumSource(UnaryFunction.class)
  void everyLengthAndOffsetIsMappedAndNothingElseIsTouched(UnaryFunction f) {
    for (int n : Numbers.LENGTHS) {
      for (int offset : List.of(0, 3)) {
        float[] x = Numbers.mixed(n + 5, n);
        float[] actual = Numbers.mixed(n + 9, 1);
        float[] expected = actual.clone();
        vector.map(f, x, offset, actual, offset + 1, n);
        plain.map(f, x, offset, expected, offset + 1, n);
        assertThat(actual).as("%d numbers from %d", n, offset).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(UnaryFunction.class)
  void theResultMayTakeThePlaceOfTheArgument(UnaryFunction f) {
    for (int n : Numbers.LENGTHS) {
      float[] actual = Numbers.mixed(n + 2, n);
      float[] expected = actual.clone();
      vector.map(f, actual, 1, actual, 1, n);
      plain.map(f, expected, 1, expected, 1, n);
      assertThat(actual).as("%d numbers", n).isEqualTo(expected);
    }
  }

  /// Strides of rows and columns: rows with and without gaps, one row, one column, one number.
  private static final List<int[]> STRIDES =
      List.of(new int[] {0, 1}, new int[] {1, 1}, new int[] {0, 0}, new int[] {1, 0});

  @ParameterizedTest
  @EnumSource(BinaryFunction.class)
  void everyBroadcastGivesTheSameBits(BinaryFunction f) {
    for (int columns : Numbers.LENGTHS) {
      int rows = columns > 100 ? 2 : 5;
      for (int[] sx : STRIDES) {
        for (int[] sy : STRIDES) {
          for (int gap : List.of(0, 3)) {
            Matrix x = matrix(sx, columns, gap, rows, 1);
            Matrix y = matrix(sy, columns, gap, rows, 2);
            float[] actual = Numbers.mixed(rows * (columns + gap) + 7, 3);
            float[] expected = actual.clone();
            int stride = columns + gap;
            vector.zip(f, x, y, new Matrix(actual, 2, stride, 1), rows, columns);
            plain.zip(f, x, y, new Matrix(expected, 2, stride, 1), rows, columns);
            assertThat(actual).as("%s, %s, %d columns", x, y, columns).isEqualTo(expected);
          }
        }
      }
    }
  }

  private static Matrix matrix(int[] strides, int columns, int gap, int rows, int seed) {
    int rowStride = strides[0] * (strides[1] == 1 ? columns + gap : 1 + gap);
    float[] data = Numbers.mixed(rows * (columns + gap + 1) + 6, seed);
    return new Matrix(data, 4, rowStride, strides[1]);
  }

  @ParameterizedTest
  @EnumSource(BinaryFunction.class)
  void theResultMayTakeThePlaceOfEitherOperand(BinaryFunction f) {
    for (int columns : Numbers.LENGTHS) {
      Matrix other = Matrix.rows(Numbers.mixed(3 * columns, 1), 0, columns);
      for (boolean left : List.of(true, false)) {
        Matrix actual = Matrix.rows(Numbers.mixed(3 * columns, 2), 0, columns);
        Matrix expected = Matrix.rows(actual.data().clone(), 0, columns);
        vector.zip(f, left ? actual : other, left ? other : actual, actual, 3, columns);
        plain.zip(f, left ? expected : other, left ? other : expected, expected, 3, columns);
        assertThat(actual.data()).as("%d columns", columns).isEqualTo(expected.data());
      }
    }
  }
}
