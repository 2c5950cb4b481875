package io.gradus.tensor;

import io.gradus.kernels.BinaryFunction;
import io.gradus.kernels.UnaryFunction;
import java.util.List;

/// One input, and a result of the same shape whose every element comes from one element.
public sealed interface Unary extends Operation {
  /// The value.
  Tensor forward(Tensor x);

  /// `dx`, of the gradient `dy` of the result `y`.
  Tensor pullback(Tensor dy, Tensor x, Tensor y);

  @Override
  default Tensor forward(List<Tensor> inputs) {
    return forward(inputs.getFirst());
  }

  @Override
  default Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
    return pullback(dy, inputs.getFirst(), y);
  }

  /// `y = -x`, so `dx = -dy`.
  record Negate() implements Unary {
    @Override
    public String formula() {
      return "y = -x; dx = -dy";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.map(UnaryFunction.NEGATE, x);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.neg();
    }
  }

  /// `y = |x|`, so `dx = dy · sign x`; 0 at 0.
  record Absolute() implements Unary {
    @Override
    public String formula() {
      return "y = |x|; dx = dy·sign x";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.map(UnaryFunction.ABSOLUTE, x);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.mul(x.sign());
    }
  }

  /// `y = sign x`, flat wherever it is smooth, so `dx = 0`.
  record Sign() implements Unary {
    @Override
    public String formula() {
      return "y = sign x; dx = 0";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.map(UnaryFunction.SIGN, x);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return Tensor.zeros(x.shape(), x.dtype());
    }
  }

  /// `y = eˣ`, so `dx = dy · y`.
  record Exp() implements Unary {
    @Override
    public String formula() {
      return "y = e^x; dx = dy·y";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.map(UnaryFunction.EXP, x);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.mul(y);
    }
  }

  /// `y = eˣ - 1`, so `dx = dy · (y + 1)`.
  record Expm1() implements Unary {
    @Override
    public String formula() {
      return "y = e^x - 1; dx = dy·(y + 1)";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.map(UnaryFunction.EXPM1, x);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.mul(y.add(1));
    }
  }

  /// `y = ln x`, so `dx = dy / x`.
  record Log() implements Unary {
    @Override
    public String formula() {
      return "y = ln x; dx = dy/x";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.map(UnaryFunction.LOG, x);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.div(x);
    }
  }

  /// `y = ln (1 + x)`, so `dx = dy / (1 + x)`.
  record Log1p() implements Unary {
    @Override
    public String formula() {
      return "y = ln(1 + x); dx = dy/(1 + x)";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.map(UnaryFunction.LOG1P, x);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.div(x.add(1));
    }
  }

  /// `y = √x`, so `dx = dy / (2y)`.
  record Sqrt() implements Unary {
    @Override
    public String formula() {
      return "y = √x; dx = dy/(2y)";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.map(UnaryFunction.SQRT, x);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.div(y.mul(2));
    }
  }

  /// `y = 1 / x`, so `dx = -dy · y²`.
  record Reciprocal() implements Unary {
    @Override
    public String formula() {
      return "y = 1/x; dx = -dy·y²";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.map(UnaryFunction.RECIPROCAL, x);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.mul(y.mul(y)).neg();
    }
  }

  /// `y = tanh x`, so `dx = dy · (1 - y²)`.
  record Tanh() implements Unary {
    @Override
    public String formula() {
      return "y = tanh x; dx = dy·(1 - y²)";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.map(UnaryFunction.TANH, x);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return Tensor.made(new Binary.TanhGradient(), dy, y);
    }
  }

  /// `y = 1 / (1 + e⁻ˣ)`, so `dx = dy · y · (1 - y)`.
  record Sigmoid() implements Unary {
    @Override
    public String formula() {
      return "y = 1/(1 + e^-x); dx = dy·y·(1 - y)";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.map(UnaryFunction.SIGMOID, x);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return Tensor.made(new Binary.SigmoidGradient(), dy, y);
    }
  }

  /// `y = max(x, 0)`, so `dx = dy` where `x > 0`, else 0.
  record Relu() implements Unary {
    @Override
    public String formula() {
      return "y = max(x, 0); dx = dy where x > 0";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.map(UnaryFunction.RELU, x);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return Tensor.made(new Binary.ReluGradient(), dy, x);
    }
  }

  /// `y = ln (1 + eˣ) = max(x, 0) + ln (1 + e^-|x|)`, so `dx = dy · sigmoid x`.
  ///
  /// One operation, because the gradients of its parts are 0 at 0 and do not add up to a half.
  record Softplus() implements Unary {
    @Override
    public String formula() {
      return "y = ln(1 + e^x); dx = dy·sigmoid x";
    }

    @Override
    public Tensor forward(Tensor x) {
      Tensor below =
          Elementwise.map(UnaryFunction.NEGATE, Elementwise.map(UnaryFunction.ABSOLUTE, x));
      Tensor rest = Elementwise.map(UnaryFunction.LOG1P, Elementwise.map(UnaryFunction.EXP, below));
      return Elementwise.zip(BinaryFunction.ADD, "+", Elementwise.map(UnaryFunction.RELU, x), rest);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.mul(x.sigmoid());
    }
  }

  /// `y = erf x`, so `dx = dy · 2/√π · e^(-x²)`.
  record Erf() implements Unary {
    private static final double SLOPE_AT_ZERO = 2 / Math.sqrt(Math.PI);

    @Override
    public String formula() {
      return "y = erf x; dx = dy·2/√π·e^(-x²)";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.map(UnaryFunction.ERF, x);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.mul(x.mul(x).neg().exp().mul(SLOPE_AT_ZERO));
    }
  }

  /// `y = sin x`, so `dx = dy · cos x`.
  record Sin() implements Unary {
    @Override
    public String formula() {
      return "y = sin x; dx = dy·cos x";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.map(UnaryFunction.SIN, x);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.mul(x.cos());
    }
  }

  /// `y = cos x`, so `dx = -dy · sin x`.
  record Cos() implements Unary {
    @Override
    public String formula() {
      return "y = cos x; dx = -dy·sin x";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.map(UnaryFunction.COS, x);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.mul(x.sin()).neg();
    }
  }

  /// `y = xᵖ`, so `dx = dy · p·xᵖ⁻¹`.
  record Power(double exponent) implements Unary {
    @Override
    public String formula() {
      return "y = x^p; dx = dy·p·x^(p-1)";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.power(x, exponent);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      // x⁰ is 1 everywhere; by the formula its slope at 0 would be 0 · ∞
      return exponent == 0
          ? Tensor.zeros(x.shape(), x.dtype())
          : dy.mul(x.pow(exponent - 1).mul(exponent));
    }
  }

  /// `y = c·x`, so `dx = c·dy`.
  record Scale(double factor) implements Unary {
    @Override
    public String formula() {
      return "y = c·x; dx = c·dy";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.scale(x, factor);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.mul(factor);
    }
  }

  /// `y = x / c`, so `dx = dy / c`.
  record DivideBy(double divisor) implements Unary {
    @Override
    public String formula() {
      return "y = x/c; dx = dy/c";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.divide(x, divisor);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.div(divisor);
    }
  }

  /// `y = x + c`, so `dx = dy`.
  record Shift(double term) implements Unary {
    @Override
    public String formula() {
      return "y = x + c; dx = dy";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Elementwise.shift(x, term);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy;
    }
  }

  /// `y = min(max(x, least), most)`, so `dx = dy` where `x` stayed what it was, the bounds
  /// included, else 0.
  record Clamp(double least, double most) implements Unary {
    /// Checks the order of the bounds.
    public Clamp {
      if (!(least <= most)) {
        throw new IllegalArgumentException(
            "clamp(%s, %s): the first must not be larger".formatted(least, most));
      }
    }

    @Override
    public String formula() {
      return "y = min(max(x, least), most); dx = dy where y = x";
    }

    @Override
    public Tensor forward(Tensor x) {
      Tensor above =
          Elementwise.zip(BinaryFunction.MAXIMUM, "max", x, Tensor.scalar(least, x.dtype()));
      return Elementwise.zip(BinaryFunction.MINIMUM, "min", above, Tensor.scalar(most, x.dtype()));
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.maskedFill(x.equalTo(y).not(), 0);
    }
  }

  /// `y = x` in another type, so `dx = dy` in the type of `x`.
  record Cast(DType to) implements Unary {
    @Override
    public String formula() {
      return "y = x; dx = dy";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Copies.cast(x, to);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.to(x.dtype());
    }
  }

  /// `y = x` itself, so `dx = dy`: one place where a tensor is used, apart from the others.
  record Identity() implements Unary {
    @Override
    public String formula() {
      return "y = x; dx = dy";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Tensor.viewOf(x, x.layout());
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy;
    }
  }
}
