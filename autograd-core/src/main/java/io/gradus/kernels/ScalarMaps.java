package io.gradus.kernels;

/// The elementwise loops of [ScalarKernels].
final class ScalarMaps {
  private ScalarMaps() {}

  static void map(UnaryFunction f, float[] x, int xo, float[] out, int oo, int n) {
    for (int i = 0; i < n; i++) {
      out[oo + i] = of(f, x[xo + i]);
    }
  }

  private static float of(UnaryFunction f, float x) {
    return switch (f) {
      case NEGATE -> -x;
      case ABSOLUTE -> Math.abs(x);
      case SIGN -> Math.signum(x);
      case EXP -> (float) StrictMath.exp(x);
      case EXPM1 -> (float) StrictMath.expm1(x);
      case LOG -> (float) StrictMath.log(x);
      case LOG1P -> (float) StrictMath.log1p(x);
      case SQRT -> (float) Math.sqrt(x);
      case RECIPROCAL -> 1 / x;
      case TANH -> (float) StrictMath.tanh(x);
      case SIGMOID -> (float) (1 / (1 + StrictMath.exp(-x)));
      case RELU -> Math.max(x, 0);
      case ERF -> throw new UnsupportedOperationException("erf");
      case SIN -> (float) StrictMath.sin(x);
      case COS -> (float) StrictMath.cos(x);
    };
  }

  static void zip(BinaryFunction f, Matrix x, Matrix y, Matrix out, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        out.data()[out.index(r, c)] = of(f, x.data()[x.index(r, c)], y.data()[y.index(r, c)]);
      }
    }
  }

  private static float of(BinaryFunction f, float x, float y) {
    return switch (f) {
      case ADD -> x + y;
      case SUBTRACT -> x - y;
      case MULTIPLY -> x * y;
      case DIVIDE -> x / y;
      case MAXIMUM -> Math.max(x, y);
      case MINIMUM -> Math.min(x, y);
      case TANH_GRADIENT -> x * (1 - y * y);
      case SIGMOID_GRADIENT -> x * (y * (1 - y));
      case RELU_GRADIENT -> y > 0 ? x : 0;
    };
  }
}
