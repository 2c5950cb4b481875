package io.gradus.tensor;

import io.gradus.kernels.BinaryFunction;
import java.util.List;

/// Two inputs, broadcast to one shape, and a result whose every element comes from one of each.
public sealed interface Binary extends Operation {
  /// The value.
  Tensor forward(Tensor a, Tensor b);

  /// `da`, of the gradient `dy` of the result `y`.
  Tensor pullbackFirst(Tensor dy, Tensor a, Tensor b, Tensor y);

  /// `db`, of the gradient `dy` of the result `y`.
  Tensor pullbackSecond(Tensor dy, Tensor a, Tensor b, Tensor y);

  @Override
  default Tensor forward(List<Tensor> inputs) {
    return forward(inputs.get(0), inputs.get(1));
  }

  @Override
  default Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
    Tensor a = inputs.get(0);
    Tensor b = inputs.get(1);
    return input == 0 ? pullbackFirst(dy, a, b, y) : pullbackSecond(dy, a, b, y);
  }

  /// `y = a + b`, so `da = db = dy`.
  record Add() implements Binary {
    @Override
    public String formula() {
      return "y = a + b; da = dy, db = dy";
    }

    @Override
    public Tensor forward(Tensor a, Tensor b) {
      return Elementwise.zip(BinaryFunction.ADD, "+", a, b);
    }

    @Override
    public Tensor pullbackFirst(Tensor dy, Tensor a, Tensor b, Tensor y) {
      return dy;
    }

    @Override
    public Tensor pullbackSecond(Tensor dy, Tensor a, Tensor b, Tensor y) {
      return dy;
    }
  }

  /// `y = a - b`, so `da = dy` and `db = -dy`.
  record Subtract() implements Binary {
    @Override
    public String formula() {
      return "y = a - b; da = dy, db = -dy";
    }

    @Override
    public Tensor forward(Tensor a, Tensor b) {
      return Elementwise.zip(BinaryFunction.SUBTRACT, "-", a, b);
    }

    @Override
    public Tensor pullbackFirst(Tensor dy, Tensor a, Tensor b, Tensor y) {
      return dy;
    }

    @Override
    public Tensor pullbackSecond(Tensor dy, Tensor a, Tensor b, Tensor y) {
      return dy.neg();
    }
  }

  /// `y = a·b`, so `da = dy·b` and `db = dy·a`.
  record Multiply() implements Binary {
    @Override
    public String formula() {
      return "y = a·b; da = dy·b, db = dy·a";
    }

    @Override
    public Tensor forward(Tensor a, Tensor b) {
      return Elementwise.zip(BinaryFunction.MULTIPLY, "*", a, b);
    }

    @Override
    public Tensor pullbackFirst(Tensor dy, Tensor a, Tensor b, Tensor y) {
      return dy.mul(b);
    }

    @Override
    public Tensor pullbackSecond(Tensor dy, Tensor a, Tensor b, Tensor y) {
      return dy.mul(a);
    }
  }

  /// `y = a / b`, so `da = dy / b` and `db = -dy·y / b`.
  record Divide() implements Binary {
    @Override
    public String formula() {
      return "y = a/b; da = dy/b, db = -dy·y/b";
    }

    @Override
    public Tensor forward(Tensor a, Tensor b) {
      return Elementwise.zip(BinaryFunction.DIVIDE, "/", a, b);
    }

    @Override
    public Tensor pullbackFirst(Tensor dy, Tensor a, Tensor b, Tensor y) {
      return dy.div(b);
    }

    @Override
    public Tensor pullbackSecond(Tensor dy, Tensor a, Tensor b, Tensor y) {
      return dy.mul(y).div(b).neg();
    }
  }

  /// `y = max(a, b)`; the larger takes `dy`, equal ones take half each.
  record Maximum() implements Binary {
    @Override
    public String formula() {
      return "y = max(a, b); the larger takes dy, equal ones half each";
    }

    @Override
    public Tensor forward(Tensor a, Tensor b) {
      return Elementwise.zip(BinaryFunction.MAXIMUM, "max", a, b);
    }

    @Override
    public Tensor pullbackFirst(Tensor dy, Tensor a, Tensor b, Tensor y) {
      return dy.mul(share(a.greater(b), a.equalTo(b), dy.dtype()));
    }

    @Override
    public Tensor pullbackSecond(Tensor dy, Tensor a, Tensor b, Tensor y) {
      return dy.mul(share(b.greater(a), b.equalTo(a), dy.dtype()));
    }
  }

  /// `y = min(a, b)`; the smaller takes `dy`, equal ones take half each.
  record Minimum() implements Binary {
    @Override
    public String formula() {
      return "y = min(a, b); the smaller takes dy, equal ones half each";
    }

    @Override
    public Tensor forward(Tensor a, Tensor b) {
      return Elementwise.zip(BinaryFunction.MINIMUM, "min", a, b);
    }

    @Override
    public Tensor pullbackFirst(Tensor dy, Tensor a, Tensor b, Tensor y) {
      return dy.mul(share(b.greater(a), a.equalTo(b), dy.dtype()));
    }

    @Override
    public Tensor pullbackSecond(Tensor dy, Tensor a, Tensor b, Tensor y) {
      return dy.mul(share(a.greater(b), b.equalTo(a), dy.dtype()));
    }
  }

  /// `y = a` where the mask is set, else `b`, so each takes `dy` where it was chosen.
  record Where(Mask mask) implements Binary {
    @Override
    public String formula() {
      return "y = a where the mask is set, else b; da = dy where set, db = dy elsewhere";
    }

    @Override
    public Tensor forward(Tensor a, Tensor b) {
      return Copies.choose(mask, a, b);
    }

    @Override
    public Tensor pullbackFirst(Tensor dy, Tensor a, Tensor b, Tensor y) {
      return Tensor.made(this, dy, Tensor.zeros(Shape.SCALAR, dy.dtype()));
    }

    @Override
    public Tensor pullbackSecond(Tensor dy, Tensor a, Tensor b, Tensor y) {
      return Tensor.made(this, Tensor.zeros(Shape.SCALAR, dy.dtype()), dy);
    }
  }

  /// `x = dy · (1 - y²)`: what `tanh` hands back, as one kernel.
  record TanhGradient() implements Binary {
    @Override
    public String formula() {
      return "x = dy·(1 - y²); ddy = dx·(1 - y²), dy' = -2·dx·dy·y";
    }

    @Override
    public Tensor forward(Tensor dy, Tensor y) {
      return Elementwise.zip(BinaryFunction.TANH_GRADIENT, "*", dy, y);
    }

    @Override
    public Tensor pullbackFirst(Tensor dx, Tensor dy, Tensor y, Tensor x) {
      return Tensor.made(this, dx, y);
    }

    @Override
    public Tensor pullbackSecond(Tensor dx, Tensor dy, Tensor y, Tensor x) {
      return dx.mul(dy).mul(y).mul(-2);
    }
  }

  /// `x = dy · (y · (1 - y))`: what `sigmoid` hands back, as one kernel.
  record SigmoidGradient() implements Binary {
    @Override
    public String formula() {
      return "x = dy·y·(1 - y); ddy = dx·y·(1 - y), dy' = dx·dy·(1 - 2y)";
    }

    @Override
    public Tensor forward(Tensor dy, Tensor y) {
      return Elementwise.zip(BinaryFunction.SIGMOID_GRADIENT, "*", dy, y);
    }

    @Override
    public Tensor pullbackFirst(Tensor dx, Tensor dy, Tensor y, Tensor x) {
      return Tensor.made(this, dx, y);
    }

    @Override
    public Tensor pullbackSecond(Tensor dx, Tensor dy, Tensor y, Tensor x) {
      return dx.mul(dy).mul(y.mul(-2).add(1));
    }
  }

  /// `x = dy` where `z > 0`, else 0: what `relu` of `z` hands back, as one kernel.
  record ReluGradient() implements Binary {
    @Override
    public String formula() {
      return "x = dy where z > 0; ddy = dx where z > 0, dz = 0";
    }

    @Override
    public Tensor forward(Tensor dy, Tensor z) {
      return Elementwise.zip(BinaryFunction.RELU_GRADIENT, "where", dy, z);
    }

    @Override
    public Tensor pullbackFirst(Tensor dx, Tensor dy, Tensor z, Tensor x) {
      return Tensor.made(this, dx, z);
    }

    @Override
    public Tensor pullbackSecond(Tensor dx, Tensor dy, Tensor z, Tensor x) {
      return Tensor.zeros(z.shape(), z.dtype());
    }
  }

  /// 1 where a side wins, a half where the sides are equal.
  private static Tensor share(Mask wins, Mask equal, DType type) {
    return wins.numbers(type).add(equal.numbers(type).mul(0.5));
  }
}
