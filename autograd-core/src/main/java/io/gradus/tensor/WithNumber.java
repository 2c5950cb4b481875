package io.gradus.tensor;

import io.gradus.kernels.BinaryFunction;

/// A function of one number that has a fixed number of its own: powers, multiples, bounds.
public sealed interface WithNumber extends Unary {
  /// `y = xᵖ`, so `dx = dy · p·xᵖ⁻¹`.
  record Power(double exponent) implements WithNumber {
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
  record Scale(double factor) implements WithNumber {
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
  record DivideBy(double divisor) implements WithNumber {
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
  record Shift(double term) implements WithNumber {
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
  record Clamp(double least, double most) implements WithNumber {
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
}
