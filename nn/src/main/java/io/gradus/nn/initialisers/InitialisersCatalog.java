package io.gradus.nn.initialisers;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// The initialisers of gradus itself.
public final class InitialisersCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.ofEntries(
        Map.entry("constant", Constant.class),
        Map.entry("kaiming", Kaiming.class),
        Map.entry("normal", Normal.class),
        Map.entry("ones", Ones.class),
        Map.entry("orthogonal", Orthogonal.class),
        Map.entry("scaled", Scaled.class),
        Map.entry("torch-default", TorchDefault.class),
        Map.entry("truncated-normal", TruncatedNormal.class),
        Map.entry("uniform", Uniform.class),
        Map.entry("xavier", Xavier.class),
        Map.entry("zeros", Zeros.class));
  }
}
