package io.gradus.data;

/// Says which data are missing or bad, and what a person can do about it.
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// With a message that is complete in itself.
  public DataException(String message) {
    super(message);
  }
}
