package io.gradus.nn.losses;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// The losses of gradus itself.
public final class LossesCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.of("cross-entropy", CrossEntropy.class);
  }
}
