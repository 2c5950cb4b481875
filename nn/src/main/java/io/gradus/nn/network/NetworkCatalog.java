package io.gradus.nn.network;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// The models that are made of layers.
public final class NetworkCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.of("sequential", SequentialSpec.class);
  }
}
