package io.gradus.experiments.vitals;

import java.util.List;

/// How a parameter moved in one step.
///
/// @param gradient of the loss by it, the mean of the batches of the step, before any limit
/// @param deviation of its numbers after the step
/// @param ratio the gradient's deviation to that of the numbers
/// @param update log₁₀ of the deviation of what the optimizer added, to that of the numbers; about
///   -3 where a network learns well
public record ParameterVitals(
    String name,
    List<Integer> shape,
    Spread gradient,
    double deviation,
    double ratio,
    double update) {
  public ParameterVitals {
    shape = List.copyOf(shape);
  }

  /// Whether its numbers, or those of its gradient, are no finite numbers any more.
  boolean isBroken() {
    boolean several = !Double.isNaN(gradient.deviation()); // one alone has no deviation
    return !Double.isFinite(gradient.mean()) || (several && !Double.isFinite(deviation));
  }

  /// Whether it is a matrix, whose numbers are spread from the beginning: gains and biases begin
  /// all alike, and what they move by says little beside that.
  public boolean isMatrix() {
    return shape.size() >= 2;
  }
}
