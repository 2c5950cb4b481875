package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.plugin.Catalog;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class OptimizersCatalogTest {
  @Test
  void theClassPathAndTheModuleOfferTheSameCatalog() throws URISyntaxException {
    assertThat(ServiceLoader.load(Catalog.class).stream().map(ServiceLoader.Provider::type))
        .contains(OptimizersCatalog.class);
    assertThat(provided()).containsExactly(OptimizersCatalog.class.getName());
  }

  /// What `module-info` provides.
  private static List<String> provided() throws URISyntaxException {
    Path code =
        Path.of(
            OptimizersCatalog.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return ModuleFinder.of(code)
        .find("io.gradus.optimizers")
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
    assertThat(new OptimizersCatalog().types())
        .containsOnlyKeys("sgd", "adam", "constant", "linear")
        .containsEntry("adam", Adam.class);
  }
}
