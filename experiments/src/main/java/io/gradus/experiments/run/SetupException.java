package io.gradus.experiments.run;

/// Says why an experiment does not fit together; nothing was run.
public final class SetupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// With a message that is complete in itself.
  public SetupException(String message) {
    super(message);
  }
}
