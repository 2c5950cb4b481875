package io.gradus.nn;

import io.gradus.tensor.ShapeException;
import io.gradus.tensor.Tensor;

/// One gradient found in two ways.
///
/// @param name of what the gradient is of
/// @param exact whether all numbers are equal
/// @param approximate whether they are within `10⁻⁸ + 10⁻⁵·|d|` of autograd's d, as in PyTorch's
///   `allclose`
/// @param maxDifference the largest distance between two numbers
public record GradientComparison(
    String name, boolean exact, boolean approximate, double maxDifference) {
  private static final double ABSOLUTE = 1e-8;
  private static final double RELATIVE = 1e-5;

  /// Compares number by number; a NaN is equal to nothing.
  ///
  /// @throws ShapeException if the shapes differ
  public static GradientComparison of(String name, Tensor byHand, Tensor byAutograd) {
    if (!byHand.shape().equals(byAutograd.shape())) {
      throw new ShapeException(
          "the gradient of %s is %s by hand and %s by autograd"
              .formatted(name, byHand.shape(), byAutograd.shape()));
    }
    double[] found = byHand.toDoubles();
    double[] wanted = byAutograd.toDoubles();
    boolean exact = true;
    boolean approximate = true;
    double furthest = 0;
    for (int i = 0; i < found.length; i++) {
      double difference = Math.abs(found[i] - wanted[i]);
      exact &= found[i] == wanted[i];
      approximate &= difference <= ABSOLUTE + RELATIVE * Math.abs(wanted[i]);
      furthest = Math.max(furthest, difference);
    }
    return new GradientComparison(name, exact, approximate, furthest);
  }
}
