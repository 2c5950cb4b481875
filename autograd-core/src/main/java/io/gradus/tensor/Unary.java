package io.gradus.tensor;

import io.gradus.kernels.UnaryFunction;
import java.util.List;

/// One input, and a result of the same shape whose every element comes from one element.
public sealed interface Unary extends Operation
    permits Unary.Negate,
        Unary.Absolute,
        Unary.Sign,
        Unary.Sqrt,
        Unary.Reciprocal,
        Unary.Relu,
        Unary.Cast,
        Unary.Identity,
        Transcendental,
        WithNumber {
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
