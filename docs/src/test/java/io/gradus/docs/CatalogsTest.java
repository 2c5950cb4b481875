package io.gradus.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.config.CodePlace;
import io.gradus.experiments.config.RecordShape;
import io.gradus.experiments.config.Registry;
import io.gradus.plugin.Catalog;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every catalog is offered in both ways, and what it offers is complete.
class CatalogsTest {
  private static List<Catalog> catalogs() {
    return ServiceLoader.load(Catalog.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  @Test
  void theClassPathAndTheModulesOfferTheSameCatalogs() {
    assertThat(catalogs()).hasSizeGreaterThanOrEqualTo(5);
    Map<Path, List<String>> found = new TreeMap<>();
    for (Catalog catalog : catalogs()) {
      found
          .computeIfAbsent(CodePlace.of(catalog.getClass()).path(), _ -> new ArrayList<>())
          .add(catalog.getClass().getName());
    }
    found.forEach((jar, names) -> assertThat(provided(jar)).hasSameElementsAs(names));
  }

  /// What a jar's `module-info` provides.
  private static List<String> provided(Path jar) {
    return ModuleFinder.of(jar).findAll().stream()
        .map(ModuleReference::descriptor)
        .flatMap(module -> module.provides().stream())
        .filter(service -> service.service().equals(Catalog.class.getName()))
        .map(ModuleDescriptor.Provides::providers)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void theseBlocksAreOffered() {
    Registry registry = Registry.of(catalogs());
    assertThat(registry.kinds())
        .containsExactly(
            "data",
            "examples",
            "initialiser",
            "layer",
            "loss",
            "model",
            "optimizer",
            "schedule",
            "tokenizer",
            "tracker");
    assertThat(names(registry))
        .contains(
            "data lines",
            "data moons",
            "data points",
            "model bigram-counts",
            "model ngram",
            "model ngram-backoff",
            "model expression",
            "model manual-backprop",
            "model microgpt",
            "model scalar-mlp",
            "optimizer adagrad",
            "optimizer adam",
            "optimizer adamw",
            "optimizer lion",
            "optimizer muon",
            "optimizer rmsprop",
            "optimizer sgd",
            "schedule chained",
            "schedule constant",
            "schedule cosine",
            "schedule cosine-restarts",
            "schedule exponential",
            "schedule linear",
            "schedule multistep",
            "schedule one-cycle",
            "schedule polynomial",
            "schedule step",
            "schedule warmup-cosine",
            "schedule warmup-stable-decay",
            "tokenizer characters",
            "tracker csv");
  }

  /// `gradus types` must have something to say about each block and each of its settings.
  @Test
  void everyBlockAndEverySettingHasItsLine() {
    Registry registry = Registry.of(catalogs());
    for (String kind : registry.kinds()) {
      for (Registry.Block block : registry.blocks(kind).values()) {
        RecordShape shape = RecordShape.of(block.record());
        assertThat(shape.doc()).as(block.name()).isNotBlank();
        assertThat(shape.settings())
            .allSatisfy(setting ->
                assertThat(setting.doc()).as("%s %s", block.name(), setting.name()).isNotBlank());
      }
    }
  }

  private static Stream<String> names(Registry registry) {
    return registry.kinds().stream()
        .flatMap(kind -> registry.blocks(kind).keySet().stream().map(name -> kind + " " + name));
  }
}
