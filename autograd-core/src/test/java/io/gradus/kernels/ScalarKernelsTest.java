package io.gradus.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScalarKernelsTest {
  private static final float INFINITY = Float.POSITIVE_INFINITY;

  private final Kernels kernels = new ScalarKernels();

  private float map(UnaryFunction f, float x) {
    float[] out = {7, 7, 7};
    kernels.map(f, new float[] {9, 9, x}, 2, out, 1, 1);
    assertThat(out[0] + out[2]).isEqualTo(14);
    return out[1];
  }

  private float zip(BinaryFunction f, float x, float y) {
    float[] out = new float[1];
    Matrix left = Matrix.rows(new float[] {x}, 0, 1);
    kernels.zip(f, left, Matrix.rows(new float[] {y}, 0, 1), Matrix.rows(out, 0, 1), 1, 1);
    return out[0];
  }

  @Test
  void functionsOfOneNumberAreWhatTheyAreCalled() {
    assertThat(map(UnaryFunction.NEGATE, 2)).isEqualTo(-2);
    assertThat(map(UnaryFunction.ABSOLUTE, -2)).isEqualTo(2);
    assertThat(map(UnaryFunction.SIGN, -0.5f)).isEqualTo(-1);
    assertThat(map(UnaryFunction.SIGN, -0f)).isEqualTo(-0f);
    assertThat(map(UnaryFunction.EXP, 0)).isEqualTo(1);
    assertThat(map(UnaryFunction.EXPM1, 1e-10f)).isEqualTo(1e-10f);
    assertThat(map(UnaryFunction.LOG, 1)).isEqualTo(0);
    assertThat(map(UnaryFunction.LOG1P, 1)).isEqualTo(0.6931472f);
    assertThat(map(UnaryFunction.SQRT, 2)).isEqualTo(1.4142135f);
    assertThat(map(UnaryFunction.RECIPROCAL, 4)).isEqualTo(0.25f);
    assertThat(map(UnaryFunction.TANH, 1)).isEqualTo(0.7615942f);
    assertThat(map(UnaryFunction.SIGMOID, 0)).isEqualTo(0.5f);
    assertThat(map(UnaryFunction.RELU, -3)).isEqualTo(0);
    assertThat(map(UnaryFunction.RELU, 3)).isEqualTo(3);
    assertThat(map(UnaryFunction.RELU, Float.NaN)).isNaN();
    assertThat(map(UnaryFunction.ERF, 0.5f)).isEqualTo(0.5204999f);
    assertThat(map(UnaryFunction.SIN, 1)).isEqualTo(0.84147096f);
    assertThat(map(UnaryFunction.COS, 1)).isEqualTo(0.5403023f);
  }

  @Test
  void functionsOfTwoNumbersAreWhatTheyAreCalled() {
    assertThat(zip(BinaryFunction.ADD, 3, 4)).isEqualTo(7);
    assertThat(zip(BinaryFunction.SUBTRACT, 3, 4)).isEqualTo(-1);
    assertThat(zip(BinaryFunction.MULTIPLY, 3, 4)).isEqualTo(12);
    assertThat(zip(BinaryFunction.DIVIDE, 3, 4)).isEqualTo(0.75f);
    assertThat(zip(BinaryFunction.MAXIMUM, 3, 4)).isEqualTo(4);
    assertThat(zip(BinaryFunction.MAXIMUM, Float.NaN, 4)).isNaN();
    assertThat(zip(BinaryFunction.MINIMUM, 3, 4)).isEqualTo(3);
    assertThat(zip(BinaryFunction.TANH_GRADIENT, 2, 0.5f)).isEqualTo(1.5f);
    assertThat(zip(BinaryFunction.SIGMOID_GRADIENT, 2, 0.25f)).isEqualTo(0.375f);
    assertThat(zip(BinaryFunction.RELU_GRADIENT, 2, 0.25f)).isEqualTo(2);
    assertThat(zip(BinaryFunction.RELU_GRADIENT, 2, 0)).isEqualTo(0);
  }

  @Test
  void strideZeroRepeatsARowAndAColumn() {
    float[] out = new float[6];
    Matrix row = new Matrix(new float[] {1, 2, 3}, 0, 0, 1);
    Matrix column = new Matrix(new float[] {10, 20}, 0, 1, 0);
    kernels.zip(BinaryFunction.ADD, row, column, Matrix.rows(out, 0, 3), 2, 3);
    assertThat(out).containsExactly(11, 12, 13, 21, 22, 23);
  }

  /// 2²⁴ + 1 is no float: which numbers meet first decides what is lost.
  @Test
  void aRowIsAddedUpInSixteenLanes() {
    float[] x = new float[17];
    x[0] = 0x1p24f;
    x[1] = 1;
    x[16] = 1; // lane 0 again: lost there; the 1 of lane 1 is lost at the end
    float[] out = new float[1];
    kernels.rowSums(Matrix.rows(x, 0, 17), 1, 17, out, 0);
    assertThat(out[0]).isEqualTo(0x1p24f);
    x[9] = 1; // lane 1 takes lane 9 before lane 0 takes lane 1
    kernels.rowSums(Matrix.rows(x, 0, 17), 1, 17, out, 0);
    assertThat(out[0]).isEqualTo(0x1p24f + 2);
  }

  @Test
  void columnsAreAddedUpInChunksOfRows() {
    float[] x = new float[258];
    x[0] = 0x1p24f;
    x[1] = 1; // lost: of the same chunk as 2²⁴
    x[256] = 1;
    x[257] = 1; // two of the next chunk meet first
    float[] out = new float[1];
    kernels.columnSums(Matrix.rows(x, 0, 1), 258, 1, out, 0);
    assertThat(out[0]).isEqualTo(0x1p24f + 2);
  }

  @Test
  void theLargestOfNothingIsMinusInfinity() {
    float[] out = new float[2];
    kernels.rowMaxima(Matrix.rows(new float[0], 0, 0), 2, 0, out, 0);
    assertThat(out).containsExactly(-INFINITY, -INFINITY);
  }

  @Test
  void softmaxIsTheShareOfExponentials() {
    float[] x = {0, (float) StrictMath.log(3), 500, 500};
    float[] y = new float[4];
    kernels.softmaxRows(Matrix.rows(x, 0, 2), 2, 2, y, 0);
    assertThat(y).containsExactly(new float[] {0.25f, 0.75f, 0.5f, 0.5f}, within(1e-7f));
    kernels.logSoftmaxRows(Matrix.rows(x, 0, 2), 2, 2, y, 0);
    assertThat(y[2]).isEqualTo(-0.6931472f);
  }

  @Test
  void softmaxOfNothingFiniteIsNaN() {
    float[] y = new float[2];
    kernels.softmaxRows(Matrix.rows(new float[] {-INFINITY, -INFINITY}, 0, 2), 1, 2, y, 0);
    assertThat(y).containsExactly(Float.NaN, Float.NaN);
    kernels.softmaxRows(Matrix.rows(new float[] {-INFINITY, 1}, 0, 2), 1, 2, y, 0);
    assertThat(y).containsExactly(0, 1);
  }

  @Test
  void gradientsOfSoftmaxFollowTheirFormulas() {
    float[] out = new float[2];
    kernels.softmaxRowsGradient(new float[] {1, 3}, 0, new float[] {0.25f, 0.75f}, 0, 1, 2, out, 0);
    assertThat(out).containsExactly(0.25f * (1 - 2.5f), 0.75f * (3 - 2.5f));
    kernels.logSoftmaxRowsGradient(
        new float[] {1, 3}, 0, new float[] {0, -INFINITY}, 0, 1, 2, out, 0);
    assertThat(out).containsExactly(1 - 4, 3);
  }
}
