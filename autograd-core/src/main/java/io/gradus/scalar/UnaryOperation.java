package io.gradus.scalar;

import io.gradus.kernels.DoubleMath;

/// A function of one operand.
public sealed interface UnaryOperation extends Operation {
  /// The value `y` at `x`.
  double of(double x);

  /// The slope `dy/dx`, at `x` where the value is `y`.
  double slope(double x, double y);

  @Override
  default double value(double... operands) {
    return of(operands[0]);
  }

  /// `y = -x`, so `dy/dx = -1`.
  record Neg() implements UnaryOperation {
    @Override
    public String formula() {
      return "y = -x, dy/dx = -1";
    }

    @Override
    public double of(double x) {
      return -x;
    }

    @Override
    public double slope(double x, double y) {
      return -1;
    }
  }

  /// `y = xⁿ` for a constant n, so `dy/dx = n xⁿ⁻¹`.
  record Pow(double exponent) implements UnaryOperation {
    @Override
    public String formula() {
      return "y = x^n, dy/dx = n x^(n-1), n = " + exponent;
    }

    @Override
    public double of(double x) {
      return StrictMath.pow(x, exponent);
    }

    @Override
    public double slope(double x, double y) {
      return exponent == 0 ? 0 : exponent * StrictMath.pow(x, exponent - 1);
    }
  }

  /// `y = eˣ`, so `dy/dx = y`.
  record Exp() implements UnaryOperation {
    @Override
    public String formula() {
      return "y = e^x, dy/dx = y";
    }

    @Override
    public double of(double x) {
      return StrictMath.exp(x);
    }

    @Override
    public double slope(double x, double y) {
      return y;
    }
  }

  /// `y = ln x`, so `dy/dx = 1/x`.
  record Log() implements UnaryOperation {
    @Override
    public String formula() {
      return "y = ln x, dy/dx = 1/x";
    }

    @Override
    public double of(double x) {
      return StrictMath.log(x);
    }

    @Override
    public double slope(double x, double y) {
      return 1 / x;
    }
  }

  /// `y = tanh x`, so `dy/dx = 1 - y²`; [DoubleMath#tanh] says how it is rounded.
  record Tanh() implements UnaryOperation {
    @Override
    public String formula() {
      return "y = tanh x, dy/dx = 1 - y^2";
    }

    @Override
    public double of(double x) {
      return DoubleMath.tanh(x);
    }

    @Override
    public double slope(double x, double y) {
      return 1 - y * y;
    }
  }

  /// `y = 1 / (1 + e⁻ˣ)`, so `dy/dx = y (1 - y)`.
  record Sigmoid() implements UnaryOperation {
    @Override
    public String formula() {
      return "y = 1/(1 + e^-x), dy/dx = y (1 - y)";
    }

    @Override
    public double of(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }

    @Override
    public double slope(double x, double y) {
      return y * (1 - y);
    }
  }

  /// `y = max(0, x)`, so `dy/dx = 1` where `x > 0`, else 0; at the kink, 0.
  record Relu() implements UnaryOperation {
    @Override
    public String formula() {
      return "y = max(0, x), dy/dx = 1 if x > 0 else 0";
    }

    @Override
    public double of(double x) {
      return x < 0 ? 0 : x; // a NaN stays one
    }

    @Override
    public double slope(double x, double y) {
      return x > 0 ? 1 : 0;
    }
  }

  /// `y = sin x`, so `dy/dx = cos x`.
  record Sin() implements UnaryOperation {
    @Override
    public String formula() {
      return "y = sin x, dy/dx = cos x";
    }

    @Override
    public double of(double x) {
      return StrictMath.sin(x);
    }

    @Override
    public double slope(double x, double y) {
      return StrictMath.cos(x);
    }
  }

  /// `y = cos x`, so `dy/dx = -sin x`.
  record Cos() implements UnaryOperation {
    @Override
    public String formula() {
      return "y = cos x, dy/dx = -sin x";
    }

    @Override
    public double of(double x) {
      return StrictMath.cos(x);
    }

    @Override
    public double slope(double x, double y) {
      return -StrictMath.sin(x);
    }
  }

  /// `y = erf x`, so `dy/dx = 2/√π e^(-x²)`; [DoubleMath#erf] says how it is rounded.
  record Erf() implements UnaryOperation {
    private static final double SLOPE_AT_ZERO = 2 / Math.sqrt(Math.PI);

    @Override
    public String formula() {
      return "y = erf x, dy/dx = 2/sqrt(pi) e^(-x^2)";
    }

    @Override
    public double of(double x) {
      return DoubleMath.erf(x);
    }

    @Override
    public double slope(double x, double y) {
      return SLOPE_AT_ZERO * StrictMath.exp(-x * x);
    }
  }
}
