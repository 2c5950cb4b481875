package io.gradus.kernels;

/// A system property that asks for kernels or threads that are not there.
public final class KernelChoiceException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Says which property, what it asks for and what there is.
  public KernelChoiceException(String message) {
    super(message);
  }
}
