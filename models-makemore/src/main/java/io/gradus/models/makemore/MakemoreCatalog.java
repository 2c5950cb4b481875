package io.gradus.models.makemore;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// The models of the makemore family.
public final class MakemoreCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.of(
        "bigram-counts", BigramCounts.class,
        "manual-backprop", ManualBackprop.class,
        "ngram", Ngram.class,
        "ngram-backoff", NgramBackoff.class);
  }
}
