package io.gradus.testkit.wrong;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// Offers a recipe that no file can say.
public final class WrongCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.of("growing", Growing.class);
  }
}
