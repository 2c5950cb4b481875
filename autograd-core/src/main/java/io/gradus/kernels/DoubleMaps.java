package io.gradus.kernels;

/// The functions of single doubles that [DoubleLoops] applies; the digits are the scalar engine's.
final class DoubleMaps {
  private DoubleMaps() {}

  static double of(UnaryFunction f, double x) {
    return switch (f) {
      case NEGATE -> -x;
      case ABSOLUTE -> Math.abs(x);
      case SIGN -> Math.signum(x);
      case EXP -> StrictMath.exp(x);
      case EXPM1 -> StrictMath.expm1(x);
      case LOG -> StrictMath.log(x);
      case LOG1P -> StrictMath.log1p(x);
      case SQRT -> Math.sqrt(x);
      case RECIPROCAL -> 1 / x;
      case TANH -> DoubleMath.tanh(x);
      case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
      case RELU -> x < 0 ? 0 : x;
      case ERF -> DoubleMath.erf(x);
      case SIN -> StrictMath.sin(x);
      case COS -> StrictMath.cos(x);
    };
  }

  static double of(BinaryFunction f, double x, double y) {
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
