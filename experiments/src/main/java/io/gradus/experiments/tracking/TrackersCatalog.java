package io.gradus.experiments.tracking;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// The trackers of gradus itself.
public final class TrackersCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.of("csv", Csv.class);
  }
}
