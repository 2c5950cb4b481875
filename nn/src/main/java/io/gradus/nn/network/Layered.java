package io.gradus.nn.network;

import io.gradus.data.Dataset;
import java.util.List;

/// A model that is made of layers, which tell the watcher of a pass what they make.
public interface Layered {
  /// Its layers in the order in which a forward pass enters them, each once.
  ///
  /// @param examples what is passed through to see the shapes; one will do
  List<PlacedLayer> layers(Dataset examples);
}
