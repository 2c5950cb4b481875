package io.gradus.nn.losses;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// The losses of gradus itself.
public final class LossesCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.ofEntries(
        Map.entry("bce-with-logits", BceWithLogits.class),
        Map.entry("cross-entropy", CrossEntropy.class),
        Map.entry("hinge", Hinge.class),
        Map.entry("huber", Huber.class),
        Map.entry("mae", Mae.class),
        Map.entry("mse", Mse.class),
        Map.entry("nll", Nll.class));
  }
}
