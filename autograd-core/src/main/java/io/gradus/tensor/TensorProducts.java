package io.gradus.tensor;

import java.util.List;

/// Products of vectors, matrices and batches of matrices.
sealed interface TensorProducts permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// The matrix product over the last two axes; the axes before them broadcast. A vector on the
  /// left is a row, on the right a column, and that axis is gone from the result.
  ///
  /// @throws ShapeException if the inner lengths differ or the batches do not broadcast
  default Tensor matmul(Tensor other) {
    Elementwise.commonType(self(), other, "·");
    Shape a = self().shape();
    Shape b = other.shape();
    if (a.rank() == 0 || b.rank() == 0) {
      throw new ShapeException("%s · %s: a single number has no axis to sum over".formatted(a, b));
    }
    int inner = b.rank() == 1 ? b.length(0) : b.length(-2);
    if (a.length(-1) != inner) {
      throw new ShapeException("%s · %s: inner %d ≠ %d".formatted(a, b, a.length(-1), inner));
    }
    if (b.rank() == 1) {
      return matmul(other.unsqueeze(1)).squeeze(-1);
    }
    if (a.rank() == 1) {
      return self().unsqueeze(0).matmul(other).squeeze(-2);
    }
    if (a.rank() > 2 && b.rank() == 2) {
      // one tall product instead of many, and one product for the gradient of the right side
      return self()
          .reshape(Shape.of(rows(a), inner))
          .matmul(other)
          .reshape(a.with(-1, b.length(-1)));
    }
    return Tensor.made(new Product.Matmul(), self(), other);
  }

  /// `x·W + b` over the last axis: `(..., in)` becomes `(..., out)`.
  ///
  /// @param weight `(in, out)`
  /// @param bias `(out)`
  /// @throws ShapeException if the shapes do not fit
  default Tensor affine(Tensor weight, Tensor bias) {
    Elementwise.commonType(self(), weight, "·");
    Elementwise.commonType(self(), bias, "+");
    Shape x = self().shape();
    Shape w = weight.shape();
    if (x.rank() == 0 || w.rank() != 2 || !bias.shape().equals(w.part(1, 2))) {
      throw new ShapeException(
          "%s · %s + %s: (..., in) · (in, out) + (out) is wanted".formatted(x, w, bias.shape()));
    }
    if (x.length(-1) != w.length(0)) {
      throw new ShapeException("%s · %s: inner %d ≠ %d".formatted(x, w, x.length(-1), w.length(0)));
    }
    Tensor rows = x.rank() == 2 ? self() : self().reshape(Shape.of(rows(x), x.length(-1)));
    Tensor y = Tensor.apply(new Product.Affine(), List.of(rows, weight, bias));
    return x.rank() == 2 ? y : y.reshape(x.with(-1, w.length(1)));
  }

  private static int rows(Shape shape) {
    return Sums.product(shape.shared(), 0, shape.rank() - 1);
  }

  /// A convolution along the last axis of `(B, C, T)` with weights `(O, C, K)`: `(B, O, T')`.
  ///
  /// `y[b][o][t] = Σ x[b][c][t·stride + k·dilation - padding] · w[o][c][k]`, and `T' = (T +
  /// 2·padding
  /// - dilation·(K-1) - 1) / stride + 1`.
  ///
  /// @throws ShapeException if the channels differ or the weights reach further than the padded
  ///   axis
  default Tensor conv1d(Tensor weight, int stride, int padding, int dilation) {
    Shape x = self().shape();
    Shape w = weight.shape();
    if (x.rank() != 3 || w.rank() != 3 || x.length(1) != w.length(1)) {
      throw new ShapeException(
          "%s convolved with %s: (B, C, T) and (O, C, K) with one C are wanted".formatted(x, w));
    }
    int kernel = w.length(2);
    long reach = (long) dilation * (kernel - 1) + 1;
    if (reach > x.length(2) + 2L * padding) {
      throw new ShapeException(
          "%s convolved with %s: %d places, %d apart, reach over %d, and with padding there are %d"
              .formatted(x, w, kernel, dilation, reach, x.length(2) + 2L * padding));
    }
    Tensor windows = self().pad(2, padding, padding).windows(2, kernel, stride, dilation);
    Tensor columns = windows.permute(0, 2, 1, 3); // (B, T', C, K)
    Shape c = columns.shape();
    Tensor rows = columns.reshape(c.length(0), c.length(1), c.length(2) * kernel);
    return rows.matmul(weight.reshape(w.length(0), w.length(1) * kernel).transpose())
        .transpose(1, 2);
  }
}
