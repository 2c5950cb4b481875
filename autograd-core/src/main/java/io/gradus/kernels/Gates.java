package io.gradus.kernels;

/// The gates in the other primitives, as many numbers at a time as the first cache holds.
final class Gates {
  private static final int BLOCK = 1024; // with what is between, 16 KiB

  private static final Matrix ONE = Matrix.of(1);
  private static final Matrix HALF = Matrix.of(0.5f);

  private final Kernels kernels;
  private final Gate gate;
  private final float[] share;
  private final float[] slope;
  private int n;

  private Gates(Kernels kernels, Gate gate, int most) {
    this.kernels = kernels;
    this.gate = gate;
    this.share = new float[most];
    this.slope = new float[most];
  }

  /// `out = x s`
  static void values(
      Kernels kernels, Gate gate, float[] x, int xOffset, float[] out, int outOffset, int n) {
    var gates = new Gates(kernels, gate, Math.min(n, BLOCK));
    for (int i = 0; i < n; i += BLOCK) {
      gates.n = Math.min(BLOCK, n - i);
      Matrix from = new Matrix(x, xOffset + i, 0, 1);
      gates.share(from);
      gates.zip(
          BinaryFunction.MULTIPLY, from, flat(gates.share), new Matrix(out, outOffset + i, 0, 1));
    }
  }

  /// `out = x s` and `slopes = s + x s'`
  static void valuesAndSlopes(
      Kernels kernels,
      Gate gate,
      float[] x,
      int xOffset,
      float[] out,
      int outOffset,
      float[] slopes,
      int slopesOffset,
      int n) {
    var gates = new Gates(kernels, gate, Math.min(n, BLOCK));
    Matrix share = flat(gates.share);
    Matrix slope = flat(gates.slope);
    for (int i = 0; i < n; i += BLOCK) {
      gates.n = Math.min(BLOCK, n - i);
      Matrix from = new Matrix(x, xOffset + i, 0, 1);
      gates.share(from);
      gates.slope(from);
      gates.zip(BinaryFunction.MULTIPLY, from, share, new Matrix(out, outOffset + i, 0, 1));
      gates.zip(BinaryFunction.ADD, share, slope, new Matrix(slopes, slopesOffset + i, 0, 1));
    }
  }

  /// `s`; of `GELU_TANH` also its tangent, in the place of the slope.
  private void share(Matrix x) {
    Matrix s = flat(share);
    switch (gate) {
      case GELU -> {
        scaled(x, Gate.SHRINKING, s);
        kernels.map(UnaryFunction.ERF, share, 0, share, 0, n);
      }
      case GELU_TANH -> {
        zip(BinaryFunction.MULTIPLY, x, x, s);
        zip(BinaryFunction.MULTIPLY, s, x, s);
        scaled(s, Gate.CUBE, s);
        zip(BinaryFunction.ADD, x, s, s);
        scaled(s, Gate.STEEPNESS, s);
        kernels.map(UnaryFunction.TANH, share, 0, share, 0, n);
        System.arraycopy(share, 0, slope, 0, n);
      }
      case SILU -> {
        kernels.map(UnaryFunction.SIGMOID, x.data(), x.offset(), share, 0, n);
        return;
      }
    }
    zip(BinaryFunction.ADD, s, ONE, s);
    zip(BinaryFunction.MULTIPLY, s, HALF, s);
  }

  /// `x s'`
  private void slope(Matrix x) {
    Matrix to = flat(slope);
    switch (gate) {
      case GELU -> {
        zip(BinaryFunction.MULTIPLY, x, x, to);
        scaled(to, -0.5, to);
        kernels.map(UnaryFunction.EXP, slope, 0, slope, 0, n);
        scaled(to, Gate.DENSITY, to);
        zip(BinaryFunction.MULTIPLY, x, to, to);
      }
      case GELU_TANH -> {
        Matrix steep = flat(new float[n]);
        zip(BinaryFunction.MULTIPLY, x, x, steep);
        scaled(steep, 3 * Gate.CUBE, steep);
        zip(BinaryFunction.ADD, steep, ONE, steep);
        scaled(steep, 0.5 * Gate.STEEPNESS, steep);
        zip(BinaryFunction.TANH_GRADIENT, steep, to, to);
        zip(BinaryFunction.MULTIPLY, x, to, to);
      }
      case SILU -> zip(BinaryFunction.SIGMOID_GRADIENT, x, flat(share), to);
    }
  }

  private void scaled(Matrix x, double factor, Matrix out) {
    zip(BinaryFunction.MULTIPLY, x, Matrix.of((float) factor), out);
  }

  private void zip(BinaryFunction f, Matrix x, Matrix y, Matrix out) {
    kernels.zip(f, x, y, out, 1, n);
  }

  private static Matrix flat(float[] numbers) {
    return new Matrix(numbers, 0, 0, 1);
  }
}
