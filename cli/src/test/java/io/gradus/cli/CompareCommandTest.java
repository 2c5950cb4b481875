package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CompareCommandTest {
  @TempDir private Path out;

  private RunReport xor(String setting) {
    return Lab.run(Lab.load("micrograd/xor", "train.steps=9", setting), out);
  }

  @Test
  void twoSeedsDifferInTheirSeedAndFromTheFirstStep() {
    RunReport left = xor("seed=1");
    RunReport right = xor("seed=2");
    double first = left.metrics().at("train/loss", 1).orElseThrow();
    double other = right.metrics().at("train/loss", 1).orElseThrow();

    Called compared = Called.gradus("compare", left.folder(), right.folder());

    assertThat(compared.code()).isZero();
    assertThat(compared.err()).isEmpty();
    assertThat(compared.out())
        .containsPattern(" run +%s +%s\n".formatted(left.folder(), right.folder()))
        .containsPattern(" status +complete +complete\n")
        .containsPattern(" parameters +17 +17\n")
        .containsPattern(" same bits +no\n")
        .containsPattern("setting +left +right\n  seed +1 +2\n\n")
        .doesNotContain("made with")
        .contains("train/loss first differs at step 1: %s, %s\n".formatted(first, other));
  }

  @Test
  void twoLearningRatesPartAfterTheFirstStep() {
    RunReport left = xor("optimizer.lr=0.05");
    RunReport right = xor("optimizer.lr=0.1");
    double last = left.metrics().at("train/loss", 9).orElseThrow();
    double other = right.metrics().at("train/loss", 9).orElseThrow();

    Called compared = Called.gradus("compare", left.folder(), right.folder());

    assertThat(compared.out())
        .containsPattern("setting +left +right\n  optimizer.lr +0.05 +0.1\n\n")
        .containsPattern(" train/loss +%s +%s +%s\n".formatted(last, other, other - last))
        .contains("train/loss first differs at step 2: ");
  }

  @Test
  void jsonIsOneObject() {
    RunReport left = xor("seed=1");
    RunReport right = xor("seed=2");

    JsonNode json = Called.gradus("compare", left.folder(), right.folder(), "--json").json();

    assertThat(json.propertyNames())
        .containsExactly("left", "right", "same", "settings", "surroundings", "metrics");
    assertThat(json.get("same").asBoolean()).isFalse();
    assertThat(json.get("right").get("digest").asString()).isEqualTo(right.result().digest());
    assertThat(json.get("right").get("seconds").isNumber()).isTrue();
    assertThat(json.get("settings").get(0).get("what").asString()).isEqualTo("seed");
    JsonNode loss = json.get("metrics").get(1);
    assertThat(loss.get("name").asString()).isEqualTo("train/loss");
    assertThat(loss.get("left").asDouble())
        .isEqualTo(left.metrics().at("train/loss", 9).orElseThrow());
    assertThat(loss.get("first").get("step").asInt()).isEqualTo(1);
  }

  @Test
  void aRunIsTheSameAsItself() {
    Path run = xor("seed=1").folder();

    assertThat(Called.gradus("compare", run, run).out())
        .containsPattern(" same bits +yes\n")
        .doesNotContain("setting", "made with")
        .contains("train/loss is the same at all 9 steps that both have\n");
  }

  @Test
  void runsThatDidNotEndAreComparedAsFarAsTheyCame() throws IOException {
    Path whole = xor("seed=1").folder();
    Path stopped =
        Lab.interrupt(
                4, Lab.load("micrograd/xor", "train.steps=9", "seed=1"), out.resolve("stopped"))
            .folder();
    Files.delete(stopped.resolve("result.json"));

    Called compared = Called.gradus("compare", whole, stopped);

    assertThat(compared.code()).isZero();
    assertThat(compared.out())
        .containsPattern(" status +complete +unfinished\n")
        .containsPattern(" steps +9 +4\n")
        .containsPattern(" parameters +17 +-\n")
        .contains("train/loss is the same at all 4 steps that both have\n");
  }

  @Test
  void experimentsOfTwoKindsAreComparedToo() {
    Path trained = xor("seed=1").folder();
    Path traced = Lab.run(Lab.load("micrograd/neuron"), out).folder();

    Called compared = Called.gradus("compare", trained, traced);

    assertThat(compared.code()).isZero();
    assertThat(compared.out())
        .containsPattern(" model.type +scalar-mlp +expression\n")
        .containsPattern(" seed +1 +-\n")
        .doesNotContain("first differs");
  }

  @Test
  void aFolderThatIsNoRunIsSaid() {
    Path run = xor("seed=1").folder();

    Called none = Called.gradus("compare", run, out);
    Called nowhere = Called.gradus("compare", out.resolve("x"), run);

    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains(out + " is not the folder of a run");
    assertThat(nowhere.code()).isEqualTo(2);
    assertThat(nowhere.err()).isEqualTo("there is no folder " + out.resolve("x") + "\n");
  }
}
