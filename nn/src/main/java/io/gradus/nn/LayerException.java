package io.gradus.nn;

/// A layer that failed in a forward pass: where it stands, and what went wrong in it.
public final class LayerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String place;

  /// A failure of a layer.
  ///
  /// @param place the way to the layer, such as `layers.3`
  LayerException(String place, Layer layer, RuntimeException cause) {
    super("%s (%s): %s".formatted(place, nameOf(layer), cause.getMessage()), cause);
    this.place = place;
  }

  /// The way to the layer.
  public String place() {
    return place;
  }

  private static String nameOf(Layer layer) {
    return layer.getClass().getSimpleName();
  }
}
