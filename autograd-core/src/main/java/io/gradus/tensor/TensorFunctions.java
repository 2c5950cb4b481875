package io.gradus.tensor;

import io.gradus.kernels.Gate;

/// Functions of one number, for every element of a tensor.
sealed interface TensorFunctions permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// `eˣ`.
  default Tensor exp() {
    return Tensor.made(new Transcendental.Exp(), self());
  }

  /// `eˣ - 1`, exact near 0.
  default Tensor expm1() {
    return Tensor.made(new Transcendental.Expm1(), self());
  }

  /// `ln x`.
  default Tensor log() {
    return Tensor.made(new Transcendental.Log(), self());
  }

  /// `ln (1 + x)`, exact near 0.
  default Tensor log1p() {
    return Tensor.made(new Transcendental.Log1p(), self());
  }

  /// `sin x`.
  default Tensor sin() {
    return Tensor.made(new Transcendental.Sin(), self());
  }

  /// `cos x`.
  default Tensor cos() {
    return Tensor.made(new Transcendental.Cos(), self());
  }

  /// The error function.
  default Tensor erf() {
    return Tensor.made(new Transcendental.Erf(), self());
  }

  /// `tanh x`.
  default Tensor tanh() {
    return Tensor.made(new Transcendental.Tanh(), self());
  }

  /// `1 / (1 + e⁻ˣ)`.
  default Tensor sigmoid() {
    return Tensor.made(new Transcendental.Sigmoid(), self());
  }

  /// `max(x, 0)`.
  default Tensor relu() {
    return Tensor.made(new Unary.Relu(), self());
  }

  /// `max(x, 0)²` (So et al. 2021).
  default Tensor reluSquared() {
    return relu().square();
  }

  /// `x` above 0, `slope·x` below; at 0 the gradient is the slope.
  default Tensor leakyRelu(double slope) {
    return self().where(self().greater(0), self().mul(slope));
  }

  /// `x` above 0, `α(eˣ - 1)` below (Clevert et al. 2015); at 0 the gradient is `α`.
  default Tensor elu(double alpha) {
    Mask above = self().greater(0);
    // a large x would make an infinity there, and its gradient 0 · ∞
    Tensor below = self().maskedFill(above, 0);
    return self().where(above, below.expm1().mul(alpha));
  }

  /// `x · sigmoid x` (Hendrycks & Gimpel 2016; Elfwing et al. 2017).
  default Tensor silu() {
    return Tensor.made(new Activation.Gated(Gate.SILU), self());
  }

  /// `x · Φ(x)`, the normal distribution's share below `x` (Hendrycks & Gimpel 2016).
  default Tensor gelu() {
    return Tensor.made(new Activation.Gated(Gate.GELU), self());
  }

  /// The approximation `x/2 · (1 + tanh(√(2/π)(x + 0.044715 x³)))` of [#gelu].
  default Tensor geluTanh() {
    return Tensor.made(new Activation.Gated(Gate.GELU_TANH), self());
  }

  /// `ln (1 + eˣ)`, in a form that does not overflow.
  default Tensor softplus() {
    return Tensor.made(new Transcendental.Softplus(), self());
  }
}
