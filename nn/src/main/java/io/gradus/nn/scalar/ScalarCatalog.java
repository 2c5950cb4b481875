package io.gradus.nn.scalar;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// The scalar engine's models that belong to no family.
public final class ScalarCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.of("scalar-mlp", ScalarMlpSpec.class, "expression", ExpressionSpec.class);
  }
}
