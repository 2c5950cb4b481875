package io.gradus.tensor;

import io.gradus.kernels.BinaryFunction;
import io.gradus.kernels.UnaryFunction;

/// A function of one number that arithmetic does not reach: exponentials, logarithms, waves.
public sealed interface Transcendental extends Unary {
  /// `y = eˣ`, so `dx = dy · y`.
  record Exp() implements Transcendental {
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
  record Expm1() implements Transcendental {
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
  record Log() implements Transcendental {
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
  record Log1p() implements Transcendental {
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

  /// `y = tanh x`, so `dx = dy · (1 - y²)`.
  record Tanh() implements Transcendental {
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
  record Sigmoid() implements Transcendental {
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

  /// `y = ln (1 + eˣ) = max(x, 0) + ln (1 + e^-|x|)`, so `dx = dy · sigmoid x`.
  ///
  /// One operation, because the gradients of its parts are 0 at 0 and do not add up to a half.
  record Softplus() implements Transcendental {
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
  record Erf() implements Transcendental {
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
  record Sin() implements Transcendental {
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
  record Cos() implements Transcendental {
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
}
