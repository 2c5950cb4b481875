package io.gradus.data;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// The data sources and tokenizers of gradus itself.
public final class DataCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.of(
        "lines", Lines.class,
        "points", PointList.class,
        "moons", Moons.class,
        "characters", Characters.class);
  }
}
