package io.gradus.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.nn.layers.LayersCatalog;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No layer of gradus is without a test of what every layer keeps to.
class EveryLayerTest {
  @Test
  void everyLayerOfTheCatalogIsSampled() {
    Set<Class<?>> sampled =
        Stream.of(
                new ActivationsTest(),
                new MapsTest(),
                new NormsTest(),
                new SequenceLayersTest(),
                new ShapesTest())
            .flatMap(test -> test.samples().stream())
            .map(sample -> sample.spec().getClass())
            .collect(Collectors.toSet());
    assertThat(sampled).containsAll(new LayersCatalog().types().values());
  }
}
