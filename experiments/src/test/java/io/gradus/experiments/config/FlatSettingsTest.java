package io.gradus.experiments.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlatSettingsTest {
  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("experiment.yaml"), text);
  }

  @Test
  void everySettingStandsUnderItsPath() throws IOException {
    Path file =
        file(
            """
            name: x
            model: {type: of-a-plugin, layers: [{out: 4}, {out: 1}], "a.b": null}
            expect: []
            random: {}
            """);

    assertThat(FlatSettings.of(file))
        .containsExactly(
            Assertions.entry("name", "x"),
            Assertions.entry("model.type", "of-a-plugin"),
            Assertions.entry("model.layers[0].out", "4"),
            Assertions.entry("model.layers[1].out", "1"),
            Assertions.entry("model.\"a.b\"", "null"),
            Assertions.entry("expect", "[]"),
            Assertions.entry("random", "{}"));
  }

  @Test
  void aFileThatIsNoYamlIsRefusedWithItsPlace() throws IOException {
    Path file = file("name: [x\n");

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> FlatSettings.of(file))
        .withMessageStartingWith(file + ":");
  }
}
