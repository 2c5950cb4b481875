package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.run.RunReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What the commands that run something print, and where.
class OutputTest {
  @TempDir private Path out;

  @Test
  void jsonIsOneObjectOnStandardOutput() {
    Called run =
        Called.gradus(
            "run",
            "gpt/microgpt",
            "--set",
            "train.steps=3",
            "--set",
            "sample.count=2",
            "--json",
            "--out",
            out);

    assertThat(run.code()).isZero();
    assertThat(run.out().lines()).hasSize(1);
    JsonNode json = run.json();
    assertThat(json.propertyNames())
        .containsExactly(
            "experiment",
            "run",
            "status",
            "steps",
            "metrics",
            "parameters",
            "digest",
            "reason",
            "samples");
    assertThat(json.get("experiment").asString()).isEqualTo("gpt/microgpt");
    assertThat(json.get("status").asString()).isEqualTo("complete");
    assertThat(json.get("steps").asInt()).isEqualTo(3);
    assertThat(json.get("samples").size()).isEqualTo(2);
    assertThat(Path.of(json.get("run").asString())).isDirectory();
    assertThat(run.err()).contains("the smallest complete GPT", "4,192 parameters");
  }

  @Test
  void jsonOfARepetitionNamesTheDigestBefore() {
    Called first = Called.gradus("run", "micrograd/neuron", "--json", "--out", out);
    Called again = Called.gradus("run", "micrograd/neuron", "--json", "--out", out);

    assertThat(first.json().has("digest_before")).isFalse();
    assertThat(again.json().get("digest_before")).isEqualTo(first.json().get("digest"));
  }

  @Test
  void resumeAndVerifyPrintOneObjectToo() {
    Path stopped = Lab.interrupt(2, Lab.load("micrograd/xor", "train.steps=9"), out).folder();

    assertThat(Called.gradus("resume", stopped, "--json").json().get("steps").asInt()).isEqualTo(9);
    Called verified =
        Called.gradus("verify", "micrograd/xor", "micrograd/neuron", "--json", "--out", out);
    assertThat(verified.code()).isZero();
    assertThat(verified.json().get("holds").asBoolean()).isTrue();
    assertThat(verified.json().get("experiments").size()).isEqualTo(2);
    assertThat(verified.json().get("experiments").get(1).get("checks").get(0).get("found"))
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"micrograd/xor", "micrograd/neuron"})
  void quietPrintsTheFolderOnly(String experiment) {
    Called run = Called.gradus("run", experiment, "--quiet", "--out", out);

    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines()).hasSize(1);
    assertThat(Path.of(run.out().strip()).resolve("result.json")).isRegularFile();
  }

  @Test
  void quietVerificationIsSilentWhereAllHolds() {
    Called verified = Called.gradus("verify", "micrograd/neuron", "--quiet", "--out", out);

    assertThat(verified).isEqualTo(new Called(0, "", ""));
  }

  @Test
  void aPersonReadsSamplesMetricsFolderAndDigest() {
    RunReport run = Lab.run(Lab.load("gpt/microgpt", "train.steps=3"), out.resolve("other"));

    Called told = Called.gradus("run", "gpt/microgpt", "--set", "train.steps=3", "--out", out);

    assertThat(told.out().lines().map(String::strip)).containsAll(run.samples());
    assertThat(told.out())
        .contains("train/loss " + run.metrics().at("train/loss", 3).orElseThrow())
        .contains("digest  " + run.result().digest())
        .contains("run     " + out);
  }

  @ParameterizedTest
  @CsvSource({
    "micrograd/moons, 1.0e300",
    "micrograd/xor, 1.0e150",
  })
  void aLossThatIsNoNumberEndsTheRun(String experiment, String lr) {
    String sgd = "optimizer={type: sgd, lr: " + lr + "}";
    String relu = "model.activation=relu";

    Called run =
        Called.gradus("run", experiment, "--set", sgd, "--set", relu, "--json", "--out", out);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().get("status").asString()).isEqualTo("diverged");
    assertThat(run.json().get("steps").asInt()).isEqualTo(2);
    assertThat(run.err()).contains("gradus: diverged at step 2: ").doesNotContain("\tat ");
    assertThat(Lab.text(Path.of(run.json().get("run").asString()).resolve("result.json")))
        .contains("\"diverged\"");
  }

  @Test
  void aRunThatDivergedIsMadeAgain() {
    Object[] words = {
      "run", "micrograd/moons", "--set", "optimizer={type: sgd, lr: 1.0e300}", "--out", out
    };
    assertThat(Called.gradus(words).code()).isEqualTo(1);

    Called again = Called.gradus(words);

    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out()).contains("same bits");
  }

  @Test
  void aModelWhoseLastUpdateWasTooLargeWritesNothing() {
    Called run =
        Called.gradus(
            "run",
            "gpt/microgpt",
            "--set",
            "train.steps=1",
            "--set",
            "optimizer={type: sgd, lr: 1.0e308}",
            "--json",
            "--out",
            out);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.json().get("status").asString()).isEqualTo("diverged");
    assertThat(run.json().get("samples")).isEmpty();
    assertThat(run.err()).contains("diverged at step 1: ").doesNotContain("\tat ");
  }
}
