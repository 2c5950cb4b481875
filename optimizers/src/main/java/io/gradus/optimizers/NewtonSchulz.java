package io.gradus.optimizers;

import io.gradus.tensor.DType;
import io.gradus.tensor.Tensor;

/// The orthogonal matrix nearest to a matrix, nearly: every singular value becomes about 1.
///
/// X ← G/(‖G‖ + 10⁻⁷), then again and again A = XXᵀ, X ← aX + (bA + cA²)X, which turns each
/// singular value s into as + bs³ + cs⁵ and leaves the singular vectors alone.
final class NewtonSchulz {
  // Jordan et al. 2024: steep at 0 at the price of never settling, so that five iterations bring
  // every singular value from 0.01 to 1 between 0.68 and 1.14.
  private static final double A = 3.4445;
  private static final double B = -4.7750;
  private static final double C = 2.0315;

  /// So that a gradient of zeros stays one.
  private static final double EPS = 1e-7;

  private NewtonSchulz() {}

  /// The matrix nearest to `g`, of shape (n, m), after this many iterations in numbers of `type`.
  static Tensor orthogonal(Tensor g, DType type, int iterations) {
    double norm = g.square().sum().sqrt().item();
    Tensor x = g.div(norm + EPS).to(type);
    // the smaller of XXᵀ and XᵀX
    return x.shape().length(0) > x.shape().length(1)
        ? iterated(x.transpose(), iterations).transpose()
        : iterated(x, iterations);
  }

  /// The iteration, on a matrix of shape (n, m).
  private static Tensor iterated(Tensor x, int iterations) {
    for (int i = 0; i < iterations; i++) {
      Tensor square = x.matmul(x.transpose()); // (n, n)
      Tensor polynomial = square.mul(B).add(square.matmul(square).mul(C)); // (n, n)
      x = x.mul(A).add(polynomial.matmul(x)); // (n, m)
    }
    return x;
  }
}
