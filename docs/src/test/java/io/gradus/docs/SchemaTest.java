package io.gradus.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gradus.experiments.BuiltIns;
import io.gradus.experiments.Experiment;
import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.config.JsonSchema;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.run.Json;
import io.gradus.plugin.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What `gradus config schema` prints takes every experiment that gradus takes, and not much more.
class SchemaTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path SHIPPED = ROOT.resolve("experiments/experiment.schema.json");
  private static final Pattern SNIPPET = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final YAMLMapper YAML = new YAMLMapper();

  private static final Registry REGISTRY =
      Registry.of(
          ServiceLoader.load(Catalog.class).stream().map(ServiceLoader.Provider::get).toList());
  private static final String TEXT = Json.pretty(JsonSchema.of(REGISTRY, Experiment.class));
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);

  private static final String MICROGPT =
      """
      name: my-names
      seed: 42
      data: {type: lines, corpus: given-names}
      tokenizer: {type: characters, boundary: bos}
      model: {type: microgpt, layers: 1, embedding: 16, heads: 4, context: 16}
      optimizer: {type: adam, lr: 0.01}
      train: {steps: 10, batch: 1}
      """;

  private static List<Error> errors(String yaml) {
    JsonNode tree = YAML.readTree(yaml);
    return SCHEMA.validate(tree);
  }

  private static List<String> names() {
    return BuiltIns.names();
  }

  private static List<String> snippets() throws IOException {
    return SNIPPET
        .matcher(Files.readString(ROOT.resolve("docs/experiments.md")))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  @Test
  void theShippedSchemaIsWhatTheCommandPrints() throws IOException {
    assertThat(Files.readString(SHIPPED))
        .as("make it again: ./gradus config schema > experiments/experiment.schema.json")
        .isEqualTo(TEXT);
  }

  @Test
  void theSchemaIsASchema() {
    Schema draft =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(draft.validate(YAML.readTree(TEXT))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aShippedExperimentIsTakenAsItIsAndInFull(String name) throws IOException {
    String file = Files.readString(ROOT.resolve("experiments/" + name + ".yaml"));
    assertThat(file).startsWith("# yaml-language-server: $schema=../experiment.schema.json\n");
    assertThat(errors(file)).isEmpty();
    assertThat(errors(new ExperimentLoader(REGISTRY).load(name, List.of()).yaml())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void anExperimentOfThePageIsTaken(String snippet) {
    assertThat(errors(snippet)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "random: {init: {generator: cpython, seed: \"${seed}\"}}",
        "random: numpy-legacy",
        "about: ${name}",
        "train: {steps: \"${seed}\", batch: \"${seed} + 10\"}",
        "optimizer: {type: adam, lr: \"${optimizer.beta1}\"}",
        "optimizer: ${other}",
        "trackers: [{type: csv}, {type: csv, file: x.csv}]",
        "expect: [{samples: [a, b]}, {parameters: 7}, {metric: train/loss, step: 1, value: 3}]",
      })
  void whatTheLanguageAllowsIsTaken(String change) {
    assertThat(errors(changed(change))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nmae: x",
        "train: {steps: 10, bacth: 1}",
        "train: {batch: 1}",
        "train: {steps: 3.7}",
        "train: {steps: 3000000000}",
        "train: {steps: \"10\"}",
        "train: {steps: 10, order: sorted}",
        "train: 10",
        "seed: ten",
        "name: 3",
        "expect:",
        "optimizer: {type: adamm, lr: 0.01}",
        "optimizer: {lr: 0.01}",
        "optimizer: adam",
        "optimizer: {type: adam, lr: {type: linear, form: 0.1}}",
        "optimizer: {type: adam, lr: [0.1]}",
        "model: {type: microgpt, layers: two}",
        "model: {type: bigram-counts}",
        "random: mersenne",
        "random: {init: {generator: cpython}}",
        "evaluate: {final: 1}",
        "expect: [{metric: train/loss}]",
        "expect: {parameters: 7}",
        "trackers: [{type: csv, path: x.csv}]",
      })
  void whatIsBrokenIsRefused(String change) {
    assertThat(errors(changed(change))).isNotEmpty();
  }

  /// The experiment with one line in the place of that of the same key.
  private static String changed(String line) {
    String key = line.substring(0, line.indexOf(':') + 1);
    return MICROGPT.replaceAll("(?m)^" + key + ".*\n", "") + line + "\n";
  }

  @Test
  void theExperimentThatTheBrokenOnesAreMadeFromIsTaken() {
    assertThat(errors(MICROGPT)).isEmpty();
    assertThat(errors(MICROGPT.replace("seed: 42\n", ""))).isNotEmpty();
    assertThat(errors(MICROGPT.replaceAll("(?m)^optimizer.*\n", ""))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train: {batch: 2}",
        "model: {smoothing: 1.0}",
        "data: {corpus: , file: my.txt}",
        "expect:",
        "optimizer: {lr: {to: 0.1}}",
        "optimizer: {type: sgd, lr: 1}",
      })
  void aFileThatExtendsAnotherSaysOnlyWhatIsDifferent(String change) {
    assertThat(errors("extends: gpt/microgpt\n" + change + "\n")).isEmpty();
    assertThat(errors(change + "\n")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train: {bacth: 2}",
        "optimizer: {type: adamm}",
        "optimizer: {lr: fast}",
        "train: {steps: 3.7}",
        "extends: 3",
        "model: {type: sequential, layers: [{type: linear}]}",
      })
  void whatIsBrokenIsRefusedThereToo(String change) {
    String extending = change.startsWith("extends") ? change : "extends: gpt/microgpt\n" + change;
    assertThat(errors(extending + "\n")).isNotEmpty();
  }
}
