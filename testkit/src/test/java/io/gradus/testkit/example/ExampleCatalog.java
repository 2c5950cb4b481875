package io.gradus.testkit.example;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// What the example offers.
public final class ExampleCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.of("scale", Scale.Spec.class);
  }
}
