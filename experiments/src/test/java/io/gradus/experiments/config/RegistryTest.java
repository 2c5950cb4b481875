package io.gradus.experiments.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.data.DataCatalog;
import io.gradus.optimizers.Adam;
import io.gradus.optimizers.OptimizersCatalog;
import io.gradus.plugin.Catalog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryTest {
  /// A second optimizer by the name of a known one, as a plugin may bring it.
  private static final class Rival implements Catalog {
    @Override
    public Map<String, Class<? extends Record>> types() {
      return Map.of("adam", Adam.class);
    }
  }

  private record Named(String name, Class<? extends Record> type) implements Catalog {
    @Override
    public Map<String, Class<? extends Record>> types() {
      return Map.of(name, type);
    }
  }

  private record Hidden(int x) {}

  /// Public, and nothing that an experiment could use.
  public record Stranger(int x) {}

  @Test
  void blocksAreSortedByKindAndName() {
    Registry registry = Registry.of(List.of(new OptimizersCatalog(), new DataCatalog()));
    assertThat(registry.kinds()).contains("data", "optimizer", "schedule", "tokenizer");
    assertThat(registry.blocks("optimizer")).containsKeys("adam", "sgd");
    assertThat(registry.blocks("nothing")).isEmpty();
  }

  @Test
  void oneNameFromTwoJarsIsRefusedWithBoth() {
    String here = CodePlace.of(Rival.class).title();
    String there = CodePlace.of(OptimizersCatalog.class).title();
    assertThatThrownBy(() -> Registry.of(List.of(new OptimizersCatalog(), new Rival())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("both %s and %s offer the optimizer 'adam'", there, here);
    assertThat(here).isNotEqualTo(there);
  }

  @Test
  void unusableOfferIsRefused() {
    assertThatThrownBy(() -> Registry.of(List.of(new Named("Adam", Adam.class))))
        .hasMessageContaining("offers 'Adam', but a name is lower-case words joined by -");
    assertThatThrownBy(() -> Registry.of(List.of(new Named("hidden", Hidden.class))))
        .hasMessageContaining("is not public");
    assertThatThrownBy(() -> Registry.of(List.of(new Named("stranger", Stranger.class))))
        .hasMessageContaining("is of no known kind");
  }
}
