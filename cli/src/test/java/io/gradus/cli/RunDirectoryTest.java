package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.run.Code;
import io.gradus.experiments.run.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RunDirectoryTest {
  private static final String SHORT = "train.steps=3";

  @TempDir private Path out;

  @Test
  void aLanguageModelLeavesTheseFilesAndNoOthers() {
    RunReport run = Lab.run(Lab.load("gpt/microgpt", SHORT), out);

    assertThat(Lab.names(run.folder()))
        .containsExactly(
            "checkpoint.safetensors",
            "experiment.yaml",
            "metrics.jsonl",
            "metrics.prom",
            "provenance.json",
            "result.json",
            "run.log",
            "samples.txt");
    assertThat(Lab.names(out)).containsExactly("microgpt");
    assertThat(Lab.names(out.resolve("microgpt")))
        .containsExactly(run.folder().getFileName().toString());
  }

  @Test
  void aModelThatWritesNoTextLeavesNoSamples() {
    assertThat(Lab.names(Lab.run(Lab.load("micrograd/xor", SHORT), out).folder()))
        .containsExactly(
            "checkpoint.safetensors",
            "experiment.yaml",
            "metrics.jsonl",
            "metrics.prom",
            "provenance.json",
            "result.json",
            "run.log");
  }

  @Test
  void aTracedExpressionLeavesItsGraph() {
    assertThat(Lab.names(Lab.run(Lab.load("micrograd/neuron"), out).folder()))
        .containsExactly(
            "experiment.yaml",
            "graph.json",
            "metrics.jsonl",
            "metrics.prom",
            "provenance.json",
            "result.json",
            "run.log");
  }

  @Test
  void everyStepIsRecordedInItsShortestDigits() {
    RunReport run = Lab.run(Lab.load("micrograd/xor", SHORT), out);

    String[] lines = Lab.text(run.folder().resolve("metrics.jsonl")).split("(?<=\n)");

    assertThat(lines).hasSize(6);
    for (int step = 1; step <= 3; step++) {
      double loss = run.metrics().at("train/loss", step).orElseThrow();
      double accuracy = run.metrics().at("train/accuracy", step).orElseThrow();
      assertThat(lines[2 * step - 2])
          .isEqualTo("{\"step\":%d,\"name\":\"train/loss\",\"value\":%s}\n".formatted(step, loss));
      assertThat(lines[2 * step - 1])
          .isEqualTo(
              "{\"step\":%d,\"name\":\"train/accuracy\",\"value\":%s}\n".formatted(step, accuracy));
    }
  }

  @Test
  void aNumberThatIsNoneIsWrittenAsItsName() {
    RunReport run = Lab.run(Lab.load("micrograd/moons", "optimizer={type: sgd, lr: 1.0e300}"), out);

    assertThat(run.result().status()).isEqualTo("diverged");
    int step = run.result().steps();
    double loss = run.metrics().at("train/loss", step).orElseThrow();
    assertThat(loss).isNotIn(1.0).matches(number -> !Double.isFinite(number));
    assertThat(Lab.text(run.folder().resolve("metrics.jsonl")))
        .contains("{\"step\":%d,\"name\":\"train/loss\",\"value\":\"%s\"}\n".formatted(step, loss));
    JsonNode result = Called.json(Lab.text(run.folder().resolve("result.json")));
    assertThat(result.get("metrics").get("train/loss").asString()).isEqualTo(Double.toString(loss));
  }

  @Test
  void samplesStandOneALineAndNothingElse() {
    RunReport run = Lab.run(Lab.load("gpt/microgpt", SHORT, "sample.count=7"), out);

    assertThat(run.samples()).hasSize(7);
    assertThat(Lab.text(run.folder().resolve("samples.txt")))
        .isEqualTo(String.join("\n", run.samples()) + "\n");
  }

  @Test
  void theResultSaysHowItEnded() {
    RunReport run = Lab.run(Lab.load("gpt/microgpt", SHORT), out);

    JsonNode result = Called.json(Lab.text(run.folder().resolve("result.json")));

    assertThat(result.propertyNames())
        .containsExactly("status", "steps", "metrics", "parameters", "digest", "reason");
    assertThat(result.get("status").asString()).isEqualTo("complete");
    assertThat(result.get("steps").asInt()).isEqualTo(3);
    assertThat(result.get("parameters").asInt()).isEqualTo(4192);
    assertThat(result.get("digest").asString())
        .matches("[0-9a-f]{64}")
        .isEqualTo(run.result().digest());
    assertThat(result.get("metrics").get("train/loss").asDouble())
        .isEqualTo(run.metrics().at("train/loss", 3).orElseThrow());
  }

  @Test
  void theExperimentRunsAgainFromItsFolderToTheSameBits() {
    RunReport run = Lab.run(Lab.load("micrograd/moons", SHORT), out.resolve("first"));
    Path resolved = run.folder().resolve("experiment.yaml");
    assertThat(Lab.text(resolved)).contains("seed: 1337", "l2: 1.0e-4").doesNotContain("${");

    RunReport again = Lab.run(Lab.load(resolved.toString()), out.resolve("second"));

    assertThat(again.result()).isEqualTo(run.result());
    assertThat(again.folder().getFileName()).isEqualTo(run.folder().getFileName());
    assertThat(again.folder().resolve("experiment.yaml")).hasSameBinaryContentAs(resolved);
  }

  @Test
  void provenanceSaysWhatItWasMadeWith() throws Exception {
    Path own = Files.writeString(out.resolve("own.txt"), "ab\nba\n");
    RunReport run =
        Lab.run(Lab.load("gpt/microgpt", SHORT, "data={type: lines, file: " + own + "}"), out);

    JsonNode made = Called.json(Lab.text(run.folder().resolve("provenance.json")));

    assertThat(made.propertyNames())
        .containsExactly(
            "experiment",
            "gradus",
            "commit",
            "jars",
            "plugins",
            "jdk",
            "system",
            "processor",
            "processors",
            "kernels",
            "threads",
            "random",
            "data");
    assertThat(made.get("experiment").asString()).isEqualTo("gpt/microgpt.yaml");
    assertThat(made.get("gradus").asString()).isEqualTo(Code.version());
    assertThat(made.get("jdk").asString()).endsWith(Runtime.version().toString());
    assertThat(made.get("random").asLong()).isEqualTo(42);
    // the classes of a build, or the jars
    assertThat(made.get("jars").propertyNames())
        .map(name -> name.replaceFirst("-[0-9.]+\\.jar$", ""))
        .contains("autograd-core", "data", "experiments", "models-gpt", "nn", "optimizers");
    JsonNode text = made.get("data").get(0);
    assertThat(text.get("origin").asString()).isEqualTo(own.toString());
    assertThat(text.get("bytes").asInt()).isEqualTo(6);
    // printf 'ab\nba\n' | sha256sum
    assertThat(text.get("sha256").asString())
        .isEqualTo("2fb07a2ae78507a81bf8a8576ba009608848ccd88d544a03b4461cc1ccd1734d");
  }

  @Test
  void telemetryNamesTheRunAndNeverItsSeed() {
    String meters =
        Lab.text(
            Lab.run(Lab.load("micrograd/xor", SHORT, "seed=987654"), out)
                .folder()
                .resolve("metrics.prom"));

    assertThat(meters)
        .contains("gradus_train_step_seconds_count{experiment=\"xor\"} 3")
        .contains("gradus_train_loss{experiment=\"xor\"} ")
        .contains("gradus_run_completed_total{experiment=\"xor\",status=\"complete\"} 1.0")
        .doesNotContain("seed", "987654");
  }

  @Test
  void theRunIdChangesWithASettingAndWithTheSeed() {
    String id = id();

    assertThat(id).matches("[0-9a-f]{12}-seed42").isEqualTo(id());
    assertThat(id("optimizer.lr=0.05")).matches("[0-9a-f]{12}-seed42").isNotEqualTo(id);
    assertThat(id("seed=7")).matches("[0-9a-f]{12}-seed7").isNotEqualTo(id);
  }

  private String id(String... settings) {
    var all = new ArrayList<>(List.of(SHORT));
    all.addAll(List.of(settings));
    return Lab.run(Lab.load("micrograd/xor", all.toArray(String[]::new)), out)
        .folder()
        .getFileName()
        .toString();
  }
}
