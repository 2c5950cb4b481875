package io.gradus.models.gpt;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// The models of the GPT family.
public final class GptCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.of("microgpt", MicrogptSpec.class);
  }
}
