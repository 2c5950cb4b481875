package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The makemore family on its corpus, beside what was published and what PyTorch computed.
@Tag("needs-data")
class MakemoreTest {
  private static final String NO_EVALUATION = "evaluate={final: false}";

  private static final Percentage TENTH = Percentage.withPercentage(10);

  @TempDir private Path out;

  private JsonNode run(String experiment, String... settings) {
    Path data = NeededFile.shared("data/names.txt").resolveSibling("");
    List<Object> words = new ArrayList<>(List.of("run", "makemore/" + experiment, "--json"));
    words.addAll(List.of("--out", out, "--data-dir", data));
    Arrays.stream(settings).forEach(setting -> words.addAll(List.of("--set", setting)));
    Called run = Called.gradus(words.toArray());
    assertThat(run.code()).as(run.err()).isZero();
    return run.json();
  }

  private static List<Double> losses(JsonNode run) throws IOException {
    return Files.readAllLines(Path.of(run.get("run").asString(), "metrics.jsonl")).stream()
        .map(Called::json)
        .filter(line -> line.get("name").asString().equals("train/loss"))
        .map(line -> line.get("value").asDouble())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "mlp-original, 27.8817, 11897",
    "mlp-softmax-fix, 3.3221, 11897",
    "mlp-tanh-fix, 3.3135, 11897",
    "mlp-kaiming, 3.3179, 11897",
    "batchnorm, 3.3239, 12097",
    "deep-batchnorm, 3.2870, 47024",
    "wavenet, 3.3167, 76579",
    "script-bigram, 3.2958, 729",
    "script-mlp, 3.3717, 69147",
    "rnn, 3.3456, 11803",
    "gru, 3.3082, 28315",
    "bow, 4.1635, 12827",
    "transformer, 3.5123, 204544"
  })
  void beginsWhereThePublishedRunBegan(String experiment, double loss, int parameters)
      throws IOException {
    JsonNode run = run(experiment, "train.steps=1", "sample.count=0", NO_EVALUATION);
    assertThat(run.get("parameters").asInt()).isEqualTo(parameters);
    assertThat(losses(run).getFirst()).isCloseTo(loss, within(0.00005));
  }

  @ParameterizedTest
  @CsvSource({
    "batchnorm, batchnorm-mlp (part 3)",
    "deep-batchnorm, deep-batchnorm (part 3)",
    "wavenet, wavenet (part 5)",
    "script-bigram, bigram",
    "script-mlp, mlp",
    "rnn, rnn",
    "gru, gru",
    "bow, bow",
    "transformer, transformer"
  })
  void walksThePathThatPytorchWalked(String experiment, String name) throws IOException {
    Path file = NeededFile.shared("reference/makemore-trajectories.json");
    JsonNode all = Called.json(Files.readString(file));
    JsonNode wanted =
        all.has(name) ? all.get(name).get("losses") : all.at("/makemore.py/losses/" + name);

    JsonNode run = run(experiment, "train.steps=" + wanted.size(), "sample.count=0", NO_EVALUATION);

    List<Double> found = losses(run);
    assertThat(found).hasSize(wanted.size());
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i))
          .as("step %d", i + 1)
          .isCloseTo(wanted.get(i).asDouble(), within(i < 20 ? 1e-4 : 2e-3));
    }
  }

  /// Section "after step 1000" of part 3: what its diagnostic plots print, layer by layer.
  @Test
  void theDeepNetworkFaresAsInTheLecture() {
    JsonNode run = run("deep-batchnorm", "record={vitals: 1000}", "sample.count=0", NO_EVALUATION);
    JsonNode vitals =
        Called.gradus("show", run.get("run").asString(), "vitals", "--format", "json").json();

    double[][] activations = { // deviation, share saturated, deviation of the gradient
      {0.63, 0.0278, 2.640702e-03},
      {0.64, 0.0256, 2.245584e-03},
      {0.65, 0.0225, 2.045742e-03},
      {0.65, 0.0169, 1.983134e-03},
      {0.65, 0.0188, 1.952382e-03}
    };
    List<JsonNode> tanh = those(vitals.get("layers"), "type", "tanh");
    assertThat(tanh).hasSize(activations.length);
    for (int i = 0; i < activations.length; i++) {
      assertThat(tanh.get(i).at("/output/deviation").asDouble())
          .isCloseTo(activations[i][0], TENTH);
      assertThat(tanh.get(i).at("/saturation/share").asDouble())
          .isCloseTo(activations[i][1], TENTH);
      assertThat(tanh.get(i).at("/gradient/deviation").asDouble())
          .isCloseTo(activations[i][2], TENTH);
    }
    double[][] weights = { // deviation of the gradient, gradient to data
      {8.020534e-03, 8.012630e-03},
      {9.241077e-03, 4.881091e-02},
      {7.132879e-03, 6.96e-2},
      {6.234305e-03, 6.07e-2},
      {5.742187e-03, 5.63e-2},
      {5.672205e-03, 5.57e-2},
      {1.209416e-02, 1.160106e-01}
    };
    List<JsonNode> matrices =
        vitals
            .get("parameters")
            .valueStream()
            .filter(each -> each.get("shape").size() == 2)
            .toList();
    assertThat(matrices).hasSize(weights.length);
    for (int i = 0; i < weights.length; i++) {
      assertThat(matrices.get(i).at("/gradient/deviation").asDouble())
          .isCloseTo(weights[i][0], TENTH);
      assertThat(matrices.get(i).get("ratio").asDouble()).isCloseTo(weights[i][1], TENTH);
    }
  }

  private static List<JsonNode> those(JsonNode list, String key, String value) {
    return list.valueStream().filter(each -> each.get(key).asString().equals(value)).toList();
  }

  /// Verified by hand of the generator's rules; the other rule is what newer versions write.
  @ParameterizedTest
  @CsvSource({
    "torch-cdf, mor axx minaymoryles kondlaisah anchshizarie",
    "torch-exponential, cexze momasurailezitynn konimittain llayn ka"
  })
  void writesThePublishedNames(String sampler, String names) {
    JsonNode run = run("bigram-counts", "sample.count=5", "sample.sampler=" + sampler);
    assertThat(run.get("samples").valueStream().map(JsonNode::asString).toList())
        .containsExactly(names.split(" "));
  }

  @Test
  void aOneHotLetterTimesAMatrixIsARowOfIt() throws IOException {
    JsonNode multiplied = run("bigram-neural", "train.steps=3");
    JsonNode lookedUp = run("bigram-neural-indexed", "train.steps=3");
    assertThat(losses(lookedUp)).hasSize(3).isEqualTo(losses(multiplied));
    assertThat(lookedUp.get("samples")).isEqualTo(multiplied.get("samples"));
  }
}
