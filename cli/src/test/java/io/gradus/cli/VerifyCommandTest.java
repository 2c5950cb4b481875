package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class VerifyCommandTest {
  @TempDir private Path out;

  @Test
  void saysWhatHolds() {
    Called verified = Called.gradus("verify", "micrograd/neuron", "--out", out);

    assertThat(verified.code()).isZero();
    assertThat(verified.out())
        .startsWith("micrograd/neuron  complete\n")
        .contains("holds  gradient/x1 -1.5 at step 1 within 1.0E-15 (furthest off ");
  }

  @Test
  void saysWhichExpectationFailsAndByHowMuch() {
    Called verified =
        Called.gradus("verify", "micrograd/neuron", "--set", "model.at.b=6.5", "--out", out);

    // tanh 0.5 = 0.46211715726000973
    assertThat(verified.code()).isEqualTo(4);
    assertThat(verified.out())
        .contains("FAILS  value/o 0.7071067811865476 at step 1 within 0.0 (0.4621171572600")
        .contains("off by 0.24498962392653")
        .contains("holds  gradient/w2 0.0 at step 1");
  }

  @Test
  void aSettingThatOneOfThemLacksStopsAll() {
    Called verified =
        Called.gradus(
            "verify",
            "micrograd/neuron",
            "micrograd/xor",
            "--set",
            "model.layers=[3, 1]",
            "--out",
            out);

    assertThat(verified.code()).isEqualTo(2);
    assertThat(verified.err()).contains("layers");
    assertThat(Lab.names(out)).isEmpty();
  }

  @Test
  void settingsThatBreakItAreTold() {
    Called verified =
        Called.gradus(
            "verify", "micrograd/xor", "--set", "model.layers=[3, 1]", "--json", "--out", out);

    assertThat(verified.code()).isEqualTo(4);
    assertThat(verified.json().get("holds").asBoolean()).isFalse();
    var parameters = verified.json().get("experiments").get(0).get("checks").get(0);
    assertThat(parameters.get("what").asString()).isEqualTo("17 parameters");
    assertThat(parameters.get("holds").asBoolean()).isFalse();
    assertThat(parameters.get("found").asString()).isEqualTo("13");
  }

  @Test
  void quietStillSaysWhatFails() {
    Called verified =
        Called.gradus("verify", "micrograd/xor", "--set", "train.steps=1", "--quiet", "--out", out);

    assertThat(verified.code()).isEqualTo(4);
    assertThat(verified.out()).contains("FAILS", "none at step 300; there are train/accuracy");
  }

  @Test
  void oneOfSeveralThatDivergedIsEnough() throws IOException {
    Path mine =
        Files.writeString(
            out.resolve("mine.yaml"),
            """
            name: mine
            seed: 1
            data: {type: points, inputs: [[1], [2]], targets: [1, -1]}
            model: {type: scalar-mlp, layers: [1]}
            optimizer: {type: sgd, lr: 1.0e200}
            train: {steps: 9}
            """);

    Called verified = Called.gradus("verify", mine, "micrograd/neuron", "--out", out);

    assertThat(verified.code()).isEqualTo(4);
    assertThat(verified.out())
        .contains("diverged", "neuron  complete", "nothing is expected of it");
  }

  @Test
  void wrongSamplesAreNamed() throws IOException {
    Files.writeString(out.resolve("own.txt"), "a\n");
    Path mine =
        Files.writeString(
            out.resolve("mine.yaml"),
            """
            name: mine
            seed: 1
            data: {type: lines, file: own.txt}
            tokenizer: {type: characters}
            model: {type: bigram-counts}
            sample: {count: 2}
            expect:
              - {samples: [a, a]}
              - {samples: [a, b]}
              - {samples: [a, a, a]}
            """);

    Called verified = Called.gradus("verify", mine, "--out", out);

    assertThat(verified.code()).isEqualTo(4);
    assertThat(verified.out())
        .contains("holds  samples a a (equal)")
        .contains("FAILS  samples a b (sample 2 is 'a')")
        .contains("FAILS  samples a a a (only 2)");
  }

  @Test
  void whatCannotRunDoesNotStopTheOthers() throws IOException {
    Path own =
        Files.writeString(
            out.resolve("own.yaml"),
            "name: own\nextends: gpt/microgpt\ndata: {corpus: , file: missing.txt}\n");
    Called verified =
        Called.gradus("verify", own, "micrograd/neuron", "--json", "--out", out.resolve("runs"));

    assertThat(verified.code()).isEqualTo(2);
    JsonNode experiments = verified.json().get("experiments");
    assertThat(verified.json().get("holds").asBoolean()).isFalse();
    assertThat(experiments.get(0).get("status").asString()).isEqualTo("not run");
    assertThat(experiments.get(0).get("reason").asString()).contains("missing.txt");
    assertThat(experiments.get(1).get("holds").asBoolean()).isTrue();
  }
}
