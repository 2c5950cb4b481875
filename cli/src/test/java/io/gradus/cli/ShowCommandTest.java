package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ShowCommandTest {
  @TempDir private Path folder;

  private Path experiment(String layers, String more) throws IOException {
    return Files.writeString(
        folder.resolve("small.yaml"),
        """
        name: small
        seed: 1
        data: {type: random-tokens, vocabulary: 5, documents: 10, length: 4, boundary: true}
        examples: {type: windows, length: 3}
        model:
          type: sequential
          layers: %s
          %s
        optimizer: {type: sgd, lr: 0.1}
        train: {steps: 1, batch: 2}
        """
            .formatted(layers, more));
  }

  /// 5·2 in the table, 2 factors and 2 terms with as many in buffers, 2·5 + 5 in the linear map.
  @Test
  void everyLayerHasItsOutputAndItsNumbers() throws IOException {
    Path small =
        experiment(
            "[{type: embedding, width: 2}, {type: batchnorm1d}, {type: last-position},"
                + " {type: residual, layers: [{type: tanh}]}, {type: linear, out: 5}]",
            "freeze: [layers.0.*]");
    Called shown = Called.gradus("show", small, "model");
    assertThat(shown.code()).isZero();
    assertThat(shown.out())
        .isEqualTo(
            """
            small: sequential, for sequences of 3 tokens

            layer                type           output     parameters  bytes
            layers.0             embedding      (B, 3, 2)          10     40  frozen
            layers.1             batchnorm1d    (B, 3, 2)           4     32  and 4 in buffers
            layers.2             last-position  (B, 2)              0      0
            layers.3             residual       (B, 2)              0      0
              layers.3.layers.0  tanh           (B, 2)              0      0
            layers.4             linear         (B, 5)             15     60

            parameters   29
            learned      19
            frozen       10
            buffers       4
            bytes       132
            """);
    assertThat(shown.err()).isEmpty();
  }

  @Test
  void jsonHoldsTheSameAndNothingElse() throws IOException {
    Path small =
        experiment(
            "[{type: embedding, width: 2}, {type: batchnorm1d}, {type: flatten},"
                + " {type: linear, out: 5}]",
            "dtype: float64");
    JsonNode model = Called.gradus("show", small, "model", "--format", "json").json();
    assertThat(model.get("model").asString()).isEqualTo("sequential");
    assertThat(model.get("layers")).hasSize(4);
    JsonNode norm = model.get("layers").get(1);
    assertThat(norm.get("type").asString()).isEqualTo("batchnorm1d");
    assertThat(norm.get("output").toString()).isEqualTo("[3,2]");
    assertThat(norm.get("totals").get("buffers").asInt()).isEqualTo(4);
    assertThat(model.get("parts").get(0).toString())
        .isEqualTo(
            "{\"name\":\"layers.0.table\",\"shape\":[5,2],\"state\":\"learned\","
                + "\"count\":10,\"bytes\":80}");
    assertThat(model.get("totals").get("parameters").asInt()).isEqualTo(10 + 4 + 35);
    assertThat(model.get("totals").get("bytes").asInt()).isEqualTo(8 * (10 + 4 + 4 + 35));
  }

  @Test
  void aLayerOfManyStepsIsOneRow() throws IOException {
    Path small =
        experiment(
            "[{type: embedding, width: 2}, {type: rnn, width: 4}, {type: last-position},"
                + " {type: linear, out: 5}]",
            "");
    JsonNode model = Called.gradus("show", small, "model", "--format", "json").json();
    assertThat(model.get("layers").findValuesAsString("place"))
        .doesNotHaveDuplicates()
        .contains("layers.1");
    long counted = 0;
    for (JsonNode layer : model.get("layers")) {
      counted += layer.get("totals").get("parameters").asInt();
    }
    assertThat(counted).isEqualTo(10 + (2 * 4 + 4 + 4 * 4 + 4) + 25);
    assertThat(model.get("totals").get("parameters").asLong()).isEqualTo(counted);
  }

  @Test
  void aModelWithoutLayersIsShownByItsParameters() {
    assertThat(Called.gradus("show", "gpt/microgpt", "model").out())
        .startsWith("microgpt: microgpt, for documents of tokens\n\nname ")
        .contains("\nblocks.0.up      (64, 16)    1,024  8,192\n")
        .contains("\nparameters   4,192\nlearned      4,192\nfrozen           0\n")
        .endsWith("\nbytes       33,536\n");
    assertThat(Called.gradus("show", "micrograd/xor", "model").out()).contains("for points\n");
  }

  @Test
  void whatWasCountedIsNotLearned() {
    Called shown =
        Called.gradus(
            "show", "makemore/bigram-counts", "model", "--set", "data.corpus=given-names");
    assertThat(shown.out()).containsPattern("\n\\S+ +\\(\\d+, \\d+\\) .* counted\n");
    assertThat(shown.out()).containsPattern("\nlearned +0\nfrozen +0\ncounted +[\\d,]+\n");
  }

  @Test
  void theFolderOfARunIsShownLikeItsExperiment() {
    Called ran =
        Called.gradus("run", "micrograd/xor", "--set", "train.steps=2", "--out", folder, "--json");
    String run = ran.json().get("run").asString();
    Called shown = Called.gradus("show", run, "model");
    assertThat(shown.code()).isZero();
    assertThat(shown.out()).isEqualTo(Called.gradus("show", "micrograd/xor", "model").out());
    Called empty = Called.gradus("show", folder, "model");
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err()).contains("is not the folder of a run: it has no experiment.yaml");
  }

  @Test
  void whatCannotBeShownIsAnsweredWithWhatCan() {
    Called misspelt = Called.gradus("show", "gpt/microgpt", "modle");
    assertThat(misspelt.code()).isEqualTo(2);
    assertThat(misspelt.err()).contains("cannot show 'modle'; did you mean 'model'?");
    Called nothing = Called.gradus("show", "gpt/microgpt");
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("say what to show; there is model");
    Called traced = Called.gradus("show", "micrograd/neuron", "model");
    assertThat(traced.code()).isEqualTo(2);
    assertThat(traced.err()).contains("has no model of parameters; gradus graph shows one");
    assertThat(Called.gradus("show", "no/such", "model").code()).isEqualTo(2);
  }

  @Test
  void aLayerThatDoesNotFitIsRefusedWhereItStands() throws IOException {
    Path small = experiment("[{type: embedding, width: 2}, {type: linear, out: 5}]", "");
    Called refused = Called.gradus("show", small, "model");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("small.yaml:").contains("it gives numbers");
    assertThat(refused.out()).isEmpty();
  }

  @Test
  void helpSaysWhatThereIs() {
    assertThat(Called.gradus("show", "--help").out())
        .contains("Usage: gradus show ", "WHAT is one of:", "  model ", "table, json");
  }
}
