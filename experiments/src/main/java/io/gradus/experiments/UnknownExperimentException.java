package io.gradus.experiments;

/// Says that there is no such experiment, and which there are.
public final class UnknownExperimentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownExperimentException(String message) {
    super(message);
  }
}
