package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LrSearchCommandTest {
  private static final String MLP = "bench/batchnorm-mlp";

  @TempDir private Path folder;

  private static JsonNode search(Object... more) {
    Object[] words = new Object[more.length + 3];
    words[0] = "lr-search";
    System.arraycopy(more, 0, words, 1, more.length);
    words[more.length + 1] = "--format";
    words[more.length + 2] = "json";
    return Called.gradus(words).json();
  }

  @Test
  void aSearchIsTheSameTwice() {
    JsonNode once = search(MLP, "--steps", 50);

    assertThat(once.get("points")).hasSize(50);
    assertThat(search(MLP, "--steps", 50)).isEqualTo(once);
    assertThat(search(MLP, "--steps", 50, "--seed", 2)).isNotEqualTo(once);
  }

  /// 10^-3, 10^-2, 10^-1, 1: the rate of each update, whatever the schedule of the experiment is.
  @Test
  void theRatesAreEvenExponents() {
    for (String optimizer :
        new String[] {
          "{type: sgd, lr: 0.1}", "{type: sgd, lr: {type: cosine, from: 0.5, to: 0.0}}"
        }) {
      JsonNode found = search(MLP, "--steps", 4, "--set", "optimizer=" + optimizer);
      assertThat(found.get("points").findValues("rate").stream().map(JsonNode::asDouble))
          .containsExactly(0.001, 0.01, 0.1, 1.0);
    }
  }

  /// The rate takes effect: two searches differ from the second step on, after one update of
  /// another size, and not at the first.
  @Test
  void eachStepHasItsRate() {
    JsonNode low = search(MLP, "--steps", 3).get("points");
    JsonNode high = search(MLP, "--steps", 3, "--from", 0.5).get("points");

    assertThat(high.get(0).get("loss")).isEqualTo(low.get(0).get("loss"));
    assertThat(high.get(1).get("loss")).isNotEqualTo(low.get(1).get("loss"));
  }

  @Test
  void anExplosionEndsTheSearch() {
    Called found =
        Called.gradus(
            "lr-search",
            MLP,
            "--to",
            "1e12",
            "--steps",
            200,
            "--set",
            "model.layers[3]={type: relu}");

    assertThat(found.code()).isZero();
    assertThat(found.out()).contains("The loss exploded at ");
    JsonNode json =
        search(MLP, "--to", "1e12", "--steps", 200, "--set", "model.layers[3]={type: relu}");
    assertThat(json.get("points").size()).isLessThan(200);
    assertThat(json.get("stopped").asDouble()).isGreaterThan(1).isLessThan(1e12);
  }

  @Test
  void aProblemThatIsLearnedHasARateToTry() {
    Called found = Called.gradus("lr-search", "micrograd/moons", "--to", 10, "--steps", 300);

    assertThat(found.out())
        .startsWith(
            "micrograd/moons.yaml: 300 steps with rates from 0.001000 to 10.00\n\nexponent ")
        .contains("\nThe loss falls steepest at ", "\nIt is lowest, ", "\nTry a rate of about 0.");
    assertThat(found.err()).contains("100 examples, 337 parameters");
    Called svg =
        Called.gradus(
            "lr-search", "micrograd/moons", "--to", 10, "--steps", 300, "--format", "svg");
    assertThat(svg.out()).startsWith("<?xml").contains("learning rate", "Try a rate of about 0.");
  }

  @Test
  void nothingIsWritten() throws IOException {
    Path file = folder.resolve("small.yaml");
    Files.writeString(
        file,
        """
        name: small
        seed: 1
        data: {type: random-tokens, vocabulary: 5, documents: 10, length: 4, boundary: true}
        examples: {type: windows, length: 3}
        model: {type: sequential, layers: [{type: embedding, width: 2}, {type: flatten}, {type: linear, out: 5}]}
        optimizer: {type: muon}
        train: {steps: 1, batch: 2}
        record: {vitals: 1}
        checkpoint: {every: 1}
        """);

    assertThat(search(file, "--steps", 5).get("points")).hasSize(5);
    assertThat(Lab.names(folder)).containsExactly("small.yaml");
  }

  @Test
  void onlyWhatLearnsByStepsHasARate() {
    Called counted =
        Called.gradus("lr-search", "makemore/bigram-counts", "--set", "data.corpus=given-names");
    assertThat(counted.code()).isEqualTo(2);
    assertThat(counted.err())
        .contains("has no learning rate: only a model that an optimizer fits step by step has one");
    assertThat(Called.gradus("lr-search", "micrograd/neuron").code()).isEqualTo(2);
  }

  @Test
  void whatIsNoSearchIsRefused() {
    assertThat(Called.gradus("lr-search", MLP, "--from", 0).err())
        .contains("--from = 0.0 must be above 0");
    assertThat(Called.gradus("lr-search", MLP, "--to", "0.0001").err())
        .contains("--to = 1.0E-4 must be above from = 0.001");
    Called brief = Called.gradus("lr-search", MLP, "--steps", 1);
    assertThat(brief.err()).contains("--steps = 1 must be at least 2");
    assertThat(brief.code()).isEqualTo(2);
  }
}
