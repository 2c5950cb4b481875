package io.gradus.optimizers;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// The optimizers and schedules of gradus itself.
public final class OptimizersCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.of(
        "sgd", Sgd.class, "adam", Adam.class, "constant", Constant.class, "linear", Linear.class);
  }
}
