package io.gradus.experiments.run;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleOriginsTest {
  @Test
  void eachSampleCountsOnceForTheFirstPartThatHasIt() {
    var parts = new LinkedHashMap<String, Set<String>>();
    parts.put("samples/in-train", Set.of("ann", "emma"));
    parts.put("samples/in-test", Set.of("ann", "bo"));
    assertThat(new SampleOrigins(parts).count(List.of("ann", "bo", "ann", "zz", "emma")))
        .containsExactly(
            entry("samples/in-train", 3), entry("samples/in-test", 1), entry("samples/new", 1));
  }

  @Test
  void runningTextIsNoListToBeIn() {
    assertThat(SampleOrigins.none().count(List.of("ann"))).isEmpty();
  }
}
