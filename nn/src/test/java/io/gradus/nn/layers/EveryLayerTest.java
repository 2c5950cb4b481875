package io.gradus.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No layer is without a test of what every layer keeps to.
class EveryLayerTest {
  private static Stream<LayerContract> contracts() {
    return Stream.of(
        new ActivationsTest(),
        new BatchNorm1dTest(),
        new CompositionTest(),
        new ConvolutionsTest(),
        new LinearTest(),
        new NormsTest(),
        new PositionsTest(),
        new ShapesTest());
  }

  @Test
  void everyLayerOfTheCatalogIsSampled() {
    Stream<Object> sampled =
        contracts().flatMap(test -> test.samples().stream()).map(LayerSample::spec);
    Stream<Object> ofSequences = SequenceLayersTest.all().map(LayerTrial::spec);
    Set<Class<?>> specs =
        Stream.concat(sampled, ofSequences).map(Object::getClass).collect(Collectors.toSet());
    assertThat(specs).containsAll(new LayersCatalog().types().values());
  }
}
