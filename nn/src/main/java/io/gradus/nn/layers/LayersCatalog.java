package io.gradus.nn.layers;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// The layers of gradus itself.
public final class LayersCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.ofEntries(
        Map.entry("embedding", Embedding.Spec.class),
        Map.entry("linear", Linear.Spec.class),
        Map.entry("sequential", Sequential.Spec.class),
        Map.entry("tanh", Tanh.Spec.class));
  }
}
