package io.gradus.experiments.run;

/// Says in one message why a run could not begin or go on.
public final class RunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// With a message that is complete in itself.
  public RunException(String message) {
    super(message);
  }
}
