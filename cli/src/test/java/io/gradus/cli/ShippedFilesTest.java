package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.BuiltIns;
import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.Loaded;
import io.gradus.experiments.config.Composer.Assignment;
import io.gradus.experiments.config.ConfigText;
import io.gradus.experiments.config.Registry;
import io.gradus.plugin.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedFilesTest {
  private final ExperimentLoader loader =
      new ExperimentLoader(Registry.of(ServiceLoader.load(Catalog.class)));

  @TempDir private Path folder;

  private static List<String> names() {
    return BuiltIns.names();
  }

  @Test
  void thereAreSome() {
    assertThat(names()).contains("gpt/microgpt", "makemore/bigram-counts", "micrograd/neuron");
  }

  @ParameterizedTest
  @MethodSource("names")
  void experimentLoadsAndItsResolvedTextLoadsToTheSame(String name) throws IOException {
    Loaded shipped = loader.load(name, List.of());
    Path file = Files.writeString(folder.resolve("experiment.yaml"), shipped.yaml());
    Loaded again = loader.load(file.toString(), List.of());
    assertThat(again.yaml()).isEqualTo(shipped.yaml());
    assertThat(again.experiment()).isEqualTo(shipped.experiment());
    assertThat(shipped.experiment().name()).isEqualTo(name.replaceFirst(".*/", ""));
  }

  @Test
  void settingFromTheCommandLineHasItsOrigin() {
    Loaded loaded = loader.load("gpt/microgpt", List.of(new Assignment("--set", "train.steps=7")));
    assertThat(loaded.yaml()).contains("\n  steps: 7\n");
    String origins = ConfigText.withOrigins(loaded.node());
    assertThat(origins).containsPattern("steps: 7 +# --set\n");
    assertThat(origins).containsPattern("name: microgpt +# gpt/microgpt.yaml:3\n");
    assertThat(origins).containsPattern("random: philox +# default\n");
  }
}
