package io.gradus.tensor;

/// Sums, products and comparisons of tensors, element by element.
sealed interface TensorArithmetic permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  private Tensor number(double number) {
    return Tensor.scalar(number, self().dtype());
  }

  /// `this + other`.
  default Tensor add(Tensor other) {
    return Tensor.made(new Binary.Add(), self(), other);
  }

  /// `this + term`.
  default Tensor add(double term) {
    return Tensor.made(new WithNumber.Shift(term), self());
  }

  /// `this - other`.
  default Tensor sub(Tensor other) {
    return Tensor.made(new Binary.Subtract(), self(), other);
  }

  /// `this - term`.
  default Tensor sub(double term) {
    return add(-term);
  }

  /// `this * other`.
  default Tensor mul(Tensor other) {
    return Tensor.made(new Binary.Multiply(), self(), other);
  }

  /// `this * factor`.
  default Tensor mul(double factor) {
    return Tensor.made(new WithNumber.Scale(factor), self());
  }

  /// `this / other`.
  default Tensor div(Tensor other) {
    return Tensor.made(new Binary.Divide(), self(), other);
  }

  /// `this / divisor`.
  default Tensor div(double divisor) {
    return Tensor.made(new WithNumber.DivideBy(divisor), self());
  }

  /// `-this`.
  default Tensor neg() {
    return Tensor.made(new Unary.Negate(), self());
  }

  /// `this` to a power.
  default Tensor pow(double exponent) {
    return Tensor.made(new WithNumber.Power(exponent), self());
  }

  /// `this²`.
  default Tensor square() {
    return mul(self());
  }

  /// `√this`.
  default Tensor sqrt() {
    return Tensor.made(new Unary.Sqrt(), self());
  }

  /// `1 / √this`.
  default Tensor rsqrt() {
    return sqrt().reciprocal();
  }

  /// `1 / this`.
  default Tensor reciprocal() {
    return Tensor.made(new Unary.Reciprocal(), self());
  }

  /// `|this|`.
  default Tensor abs() {
    return Tensor.made(new Unary.Absolute(), self());
  }

  /// -1, 0 or 1.
  default Tensor sign() {
    return Tensor.made(new Unary.Sign(), self());
  }

  /// The larger of each pair; NaN where either is.
  default Tensor maximum(Tensor other) {
    return Tensor.made(new Binary.Maximum(), self(), other);
  }

  /// The smaller of each pair; NaN where either is.
  default Tensor minimum(Tensor other) {
    return Tensor.made(new Binary.Minimum(), self(), other);
  }

  /// Held between two bounds; outside them no gradient passes.
  ///
  /// @throws IllegalArgumentException if they stand the wrong way round
  default Tensor clamp(double least, double most) {
    return Tensor.made(new WithNumber.Clamp(least, most), self());
  }

  /// Where this is larger than the other.
  default Mask greater(Tensor other) {
    return Comparisons.greater(self(), other);
  }

  /// Where this is larger than a number.
  default Mask greater(double number) {
    return Comparisons.greater(self(), number(number));
  }

  /// Where this is smaller than a number.
  default Mask less(double number) {
    return Comparisons.greater(number(number), self());
  }

  /// Where both are equal.
  default Mask equalTo(Tensor other) {
    return Comparisons.equal(self(), other);
  }

  /// `this` where the mask is set, `other` elsewhere.
  default Tensor where(Mask mask, Tensor other) {
    return Tensor.made(new Binary.Where(mask), self(), other);
  }

  /// A number where the mask is set, `this` elsewhere.
  default Tensor maskedFill(Mask mask, double number) {
    return number(number).where(mask, self());
  }

  /// The same numbers in another type.
  default Tensor to(DType type) {
    return type == self().dtype() ? self() : Tensor.made(new Unary.Cast(type), self());
  }
}
