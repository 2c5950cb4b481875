package io.gradus.data;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// The data sources, tokenizers and kinds of examples of gradus itself.
public final class DataCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.of(
        "lines", Lines.class,
        "text", RunningText.class,
        "points", PointList.class,
        "moons", Moons.class,
        "random-tokens", RandomTokens.class,
        "characters", Characters.class,
        "windows", Windows.class,
        "padded", Padded.class,
        "chunks", Chunks.class);
  }
}
