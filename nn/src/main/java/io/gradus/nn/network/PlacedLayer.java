package io.gradus.nn.network;

import io.gradus.nn.Layer;
import io.gradus.nn.Slice;
import io.gradus.tensor.Shape;
import java.util.List;

/// A layer, and where it stands in a network.
///
/// @param place the way to it, such as `layers.3.attention`
/// @param depth how many layers it is inside of, those of the network itself at 0
/// @param output what it made of the batch that was passed through, the batch in front
/// @param parameters its own, without those of the layers inside of it; what is tied stands where
///   its name leads
/// @param buffers its own
public record PlacedLayer(
    String place,
    int depth,
    Layer layer,
    Shape output,
    List<Slice> parameters,
    List<Slice> buffers) {
  public PlacedLayer {
    parameters = List.copyOf(parameters);
    buffers = List.copyOf(buffers);
  }
}
