package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// microgpt against the published Python script in configurations that nobody published; how their
/// numbers were made stands in `microgpt.py` beside them.
class PublishedScriptTest {
  private static final int OWN_TEXT = 5;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, OWN_TEXT})
  void everyLossAndEverySampleAgrees(int configuration, @TempDir Path out) throws Exception {
    JsonNode published = Called.json(Files.readString(resource("microgpt-others.json")));
    JsonNode expected = published.get(configuration);
    List<Object> words = new ArrayList<>(List.of("run", "gpt/microgpt", "--json", "--out", out));
    words.addAll(List.of("--seed", expected.get("seed").asString(), "--set", "random=cpython"));
    for (String setting : List.of("layers", "embedding", "heads", "context")) {
      words.addAll(List.of("--set", "model." + setting + "=" + expected.get(setting).asString()));
    }
    words.addAll(List.of("--set", "train.steps=" + expected.get("steps").asString()));
    words.addAll(List.of("--set", "sample.count=" + expected.get("samples").size()));
    words.addAll(List.of("--set", "sample.temperature=" + expected.get("temperature").asString()));
    if (configuration == OWN_TEXT) {
      words.addAll(
          List.of("--set", "data={type: lines, file: " + resource("microgpt-own.txt") + "}"));
    }

    Called run = Called.gradus(words.toArray());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.json().get("parameters")).isEqualTo(expected.get("parameters"));
    assertThat(run.json().get("samples")).isEqualTo(expected.get("samples"));
    List<Double> losses = losses(Path.of(run.json().get("run").asString()));
    assertThat(losses).hasSize(expected.get("steps").asInt());
    IntStream.range(0, losses.size())
        .forEach(step ->
            assertThat(losses.get(step))
                .as("step %d", step + 1)
                .isCloseTo(expected.get("losses").get(step).asDouble(), within(1e-9)));
  }

  private static List<Double> losses(Path run) throws IOException {
    return Files.readAllLines(run.resolve("metrics.jsonl")).stream()
        .map(Called::json)
        .filter(line -> line.get("name").asString().equals("train/loss"))
        .map(line -> line.get("value").asDouble())
        .toList();
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(PublishedScriptTest.class.getResource("/" + name), name).toURI());
  }
}
