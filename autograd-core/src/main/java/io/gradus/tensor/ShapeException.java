package io.gradus.tensor;

/// Shapes that do not fit an operation; the message names them and the rule.
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /// Says what does not fit.
  public ShapeException(String message) {
    super(message);
  }
}
