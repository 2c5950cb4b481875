package io.gradus.kernels;

/// The elementwise loops of [ScalarKernels], one for each function.
final class ScalarMaps {
  private ScalarMaps() {}

  static void map(UnaryFunction f, float[] x, int xo, float[] out, int oo, int n) {
    switch (f) {
      case NEGATE -> {
        for (int i = 0; i < n; i++) {
          out[oo + i] = -x[xo + i];
        }
      }
      case ABSOLUTE -> {
        for (int i = 0; i < n; i++) {
          out[oo + i] = Math.abs(x[xo + i]);
        }
      }
      case SIGN -> {
        for (int i = 0; i < n; i++) {
          out[oo + i] = Math.signum(x[xo + i]);
        }
      }
      case EXP -> {
        for (int i = 0; i < n; i++) {
          out[oo + i] = FloatMath.exp(x[xo + i]);
        }
      }
      case EXPM1 -> {
        for (int i = 0; i < n; i++) {
          out[oo + i] = FloatMath.expm1(x[xo + i]);
        }
      }
      case LOG -> {
        for (int i = 0; i < n; i++) {
          out[oo + i] = FloatMath.log(x[xo + i]);
        }
      }
      case LOG1P -> {
        for (int i = 0; i < n; i++) {
          out[oo + i] = FloatMath.log1p(x[xo + i]);
        }
      }
      case SQRT -> {
        for (int i = 0; i < n; i++) {
          out[oo + i] = (float) Math.sqrt(x[xo + i]);
        }
      }
      case RECIPROCAL -> {
        for (int i = 0; i < n; i++) {
          out[oo + i] = 1 / x[xo + i];
        }
      }
      case TANH -> {
        for (int i = 0; i < n; i++) {
          out[oo + i] = FloatMath.tanh(x[xo + i]);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < n; i++) {
          out[oo + i] = FloatMath.sigmoid(x[xo + i]);
        }
      }
      case RELU -> {
        for (int i = 0; i < n; i++) {
          out[oo + i] = x[xo + i] < 0 ? 0 : x[xo + i];
        }
      }
      case ERF -> {
        for (int i = 0; i < n; i++) {
          out[oo + i] = FloatMath.erf(x[xo + i]);
        }
      }
      case SIN -> {
        for (int i = 0; i < n; i++) {
          out[oo + i] = (float) StrictMath.sin(x[xo + i]);
        }
      }
      case COS -> {
        for (int i = 0; i < n; i++) {
          out[oo + i] = (float) StrictMath.cos(x[xo + i]);
        }
      }
    }
  }

  static void zip(BinaryFunction f, Matrix x, Matrix y, Matrix out, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      row(
          f,
          x.data(),
          x.index(r, 0),
          x.columnStride(),
          y.data(),
          y.index(r, 0),
          y.columnStride(),
          out.data(),
          out.index(r, 0),
          columns);
    }
  }

  /// `out[k + c] = f(x[i + c xs], y[j + c ys])` for `n` columns.
  private static void row(
      BinaryFunction f,
      float[] x,
      int i,
      int xs,
      float[] y,
      int j,
      int ys,
      float[] out,
      int k,
      int n) {
    switch (f) {
      case ADD -> {
        for (int c = 0; c < n; c++) {
          out[k + c] = x[i + c * xs] + y[j + c * ys];
        }
      }
      case SUBTRACT -> {
        for (int c = 0; c < n; c++) {
          out[k + c] = x[i + c * xs] - y[j + c * ys];
        }
      }
      case MULTIPLY -> {
        for (int c = 0; c < n; c++) {
          out[k + c] = x[i + c * xs] * y[j + c * ys];
        }
      }
      case DIVIDE -> {
        for (int c = 0; c < n; c++) {
          out[k + c] = x[i + c * xs] / y[j + c * ys];
        }
      }
      case MAXIMUM -> {
        for (int c = 0; c < n; c++) {
          out[k + c] = Math.max(x[i + c * xs], y[j + c * ys]);
        }
      }
      case MINIMUM -> {
        for (int c = 0; c < n; c++) {
          out[k + c] = Math.min(x[i + c * xs], y[j + c * ys]);
        }
      }
      case TANH_GRADIENT -> {
        for (int c = 0; c < n; c++) {
          float b = y[j + c * ys];
          out[k + c] = x[i + c * xs] * (1 - b * b);
        }
      }
      case SIGMOID_GRADIENT -> {
        for (int c = 0; c < n; c++) {
          float b = y[j + c * ys];
          out[k + c] = x[i + c * xs] * (b * (1 - b));
        }
      }
      case RELU_GRADIENT -> {
        for (int c = 0; c < n; c++) {
          out[k + c] = y[j + c * ys] > 0 ? x[i + c * xs] : 0;
        }
      }
    }
  }
}
