package io.gradus.models.makemore;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.plugin.Catalog;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MakemoreCatalogTest {
  @Test
  void theClassPathAndTheModuleOfferTheSameCatalog() throws URISyntaxException {
    assertThat(ServiceLoader.load(Catalog.class).stream().map(ServiceLoader.Provider::type))
        .contains(MakemoreCatalog.class);
    assertThat(provided()).containsExactly(MakemoreCatalog.class.getName());
  }

  /// What `module-info` provides.
  private static List<String> provided() throws URISyntaxException {
    Path code =
        Path.of(MakemoreCatalog.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return ModuleFinder.of(code)
        .find("io.gradus.models.makemore")
        .orElseThrow()
        .descriptor()
        .provides()
        .stream()
        .filter(service -> service.service().equals(Catalog.class.getName()))
        .map(ModuleDescriptor.Provides::providers)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void theBlocksHaveTheseNames() {
    assertThat(new MakemoreCatalog().types())
        .containsOnlyKeys("bigram-counts")
        .containsEntry("bigram-counts", BigramCounts.class);
  }
}
