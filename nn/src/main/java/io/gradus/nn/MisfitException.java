package io.gradus.nn;

/// A layer that cannot stand where it is put: the place in the recipe, what came in, what it
/// wanted.
public final class MisfitException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String place;
  private final String reason;

  private MisfitException(String place, String reason, IllegalArgumentException cause) {
    super("%s: %s".formatted(place, reason), cause);
    this.place = place;
    this.reason = reason;
  }

  /// A refusal, placed one step further out.
  ///
  /// @param component the setting that holds the layer: `body`, or `layers[3]`
  public static MisfitException at(String component, IllegalArgumentException refusal) {
    return refusal instanceof MisfitException inner
        ? new MisfitException(component + "." + inner.place, inner.reason, inner)
        : new MisfitException(component, String.valueOf(refusal.getMessage()), refusal);
  }

  /// Does what may refuse, and places its refusal.
  ///
  /// @param component the setting that is asked about
  public static void placing(String component, Runnable question) {
    try {
      question.run();
    } catch (IllegalArgumentException e) {
      throw at(component, e);
    }
  }

  /// Where in the recipe, as settings: `layers[3].body`.
  public String place() {
    return place;
  }

  /// What came in and what was wanted.
  public String reason() {
    return reason;
  }
}
