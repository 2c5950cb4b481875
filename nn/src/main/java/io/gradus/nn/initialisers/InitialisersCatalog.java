package io.gradus.nn.initialisers;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// The initialisers of gradus itself.
public final class InitialisersCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.of("normal", Normal.class, "torch-default", TorchDefault.class);
  }
}
