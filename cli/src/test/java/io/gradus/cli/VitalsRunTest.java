package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.run.Result;
import io.gradus.experiments.run.RunReport;
import io.gradus.experiments.run.VitalsLog;
import io.gradus.experiments.vitals.Examination;
import io.gradus.experiments.vitals.Verdict;
import io.gradus.experiments.vitals.Verdict.Sign;
import io.gradus.experiments.vitals.Vitals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What is watched while a network learns, from the file to the words.
class VitalsRunTest {
  private static final String GATED = "makemore/gated-residual-mlp";
  private static final String KAIMING = "{type: kaiming, activation: tanh}";

  @TempDir private Path folder;

  private RunReport gated(String... settings) {
    return Lab.run(Lab.load(GATED, settings), folder.resolve("out"));
  }

  /// A network of two linear maps, on random tokens.
  private RunReport small(String weights, String biases, String activation, double rate) {
    String text =
        """
        name: small
        seed: 1
        data: {type: random-tokens, vocabulary: 27, documents: 1000, length: 5, boundary: true}
        examples: {type: windows, length: 3}
        model:
          type: sequential
          layers:
            - {type: embedding, width: 10}
            - {type: flatten}
            - {type: linear, out: 50, weight-init: %s, bias-init: %s}
            - {type: %s}
            - {type: linear, out: 27, weight-init: %s, bias-init: {type: zeros}}
        optimizer: {type: sgd, lr: %s}
        train: {steps: 20, batch: 32, order: random}
        record: {vitals: 5}
        """
            .formatted(weights, biases, activation, weights, rate);
    try {
      Path file = Files.writeString(folder.resolve("small.yaml"), text);
      return Lab.run(Lab.load(file.toString()), folder.resolve("out"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Verdict> verdicts(RunReport run) {
    return Examination.of(VitalsLog.read(run.folder()));
  }

  private static Stream<Sign> signs(RunReport run) {
    return verdicts(run).stream().map(Verdict::sign);
  }

  @Test
  void watchingChangesNoBitOfARun() {
    String[] settings = {"train.steps=30", "train.accumulate=2", "evaluate.every=10", "sample="};
    RunReport plain = gated(settings);
    RunReport watched =
        gated(
            Stream.concat(Stream.of(settings), Stream.of("record={vitals: 1}"))
                .toArray(String[]::new));

    assertThat(watched.result().digest()).isEqualTo(plain.result().digest());
    assertThat(Lab.text(watched.folder().resolve("metrics.jsonl")))
        .isEqualTo(Lab.text(plain.folder().resolve("metrics.jsonl")));
    assertThat(VitalsLog.read(watched.folder())).hasSize(30);
    assertThat(Lab.names(plain.folder())).doesNotContain("vitals.jsonl");
  }

  @Test
  void aNetworkThatIsWellStandsOutInNothing() {
    RunReport run = small(KAIMING, "{type: zeros}", "tanh", 0.1);

    assertThat(verdicts(run)).isEmpty();
  }

  @Test
  void weightsThatAreTooLargeSaturateTheTanh() {
    RunReport run = small("{type: normal, deviation: 5}", "{type: zeros}", "tanh", 0.1);

    assertThat(verdicts(run))
        .anySatisfy(verdict -> {
          assertThat(verdict.sign()).isEqualTo(Sign.SATURATED);
          assertThat(verdict.place()).isEqualTo("layers.3");
        });
  }

  @Test
  void weightsThatAreAllZeroAreFrozen() {
    RunReport run = small("{type: zeros}", "{type: zeros}", "tanh", 0.1);

    assertThat(signs(run)).containsOnly(Sign.FROZEN);
  }

  @Test
  void biasesFarBelowZeroKillTheRelu() {
    RunReport run = small(KAIMING, "-100.0", "relu", 0.1);

    assertThat(verdicts(run))
        .anySatisfy(verdict -> {
          assertThat(verdict.sign()).isEqualTo(Sign.DEAD);
          assertThat(verdict.place()).isEqualTo("layers.3");
          assertThat(verdict.finding()).isEqualTo("50 of its 50 units are stuck for every example");
        });
  }

  @Test
  void aRateThatIsTooHighExplodes() {
    RunReport run = small(KAIMING, "{type: zeros}", "tanh", 100);

    assertThat(signs(run)).contains(Sign.EXPLODING);
  }

  @Test
  void aRateThatIsTooLowFreezes() {
    RunReport run = small(KAIMING, "{type: zeros}", "tanh", 1e-6);

    assertThat(signs(run)).containsOnly(Sign.FROZEN);
  }

  /// Dropout would draw again and running means would move twice in a second forward pass; the
  /// kernels of attention and of recurrent cells share gradients.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{type: embedding, width: 8}, {type: batchnorm1d}, {type: dropout, rate: 0.3}, {type: tanh},"
            + " {type: flatten}, {type: linear, out: 9}]",
        "[{type: embedding, width: 8}, {type: position-embedding},"
            + " {type: transformer-block, attention: {type: attention, heads: 2}, dropout: 0.2},"
            + " {type: last-position}, {type: linear, out: 9}]",
        "[{type: embedding, width: 8}, {type: lstm, width: 8}, {type: gru, width: 8},"
            + " {type: last-position}, {type: sigmoid}, {type: linear, out: 9}]"
      })
  void watchingChangesNoBitOfAnyLayer(String layers) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("layers.yaml"),
            """
            name: layers
            seed: 1
            data: {type: random-tokens, vocabulary: 9, documents: 100, length: 6, boundary: true}
            examples: {type: windows, length: 4}
            model: {type: sequential, layers: %s, freeze: [layers.0.*]}
            optimizer: {type: adamw, lr: 0.01}
            train: {steps: 12, batch: 8, order: random}
            """
                .formatted(layers));
    Path out = folder.resolve("out");
    RunReport plain = Lab.run(Lab.load(file.toString()), out);
    RunReport watched = Lab.run(Lab.load(file.toString(), "record={vitals: 1}"), out);

    assertThat(watched.result().digest()).isEqualTo(plain.result().digest());
    List<Vitals> steps = VitalsLog.read(watched.folder());
    assertThat(steps).hasSize(12);
    assertThat(steps.getLast().parameters())
        .noneMatch(each -> each.name().equals("layers.0.table"));
    assertThat(steps.getLast().layers())
        .allSatisfy(layer -> assertThat(layer.gradient()).as(layer.place()).isPresent());
  }

  /// The first step, each seventh, and the last of the plan.
  @Test
  void aResumedRunHasTheVitalsOfOneInOneGo() {
    String[] settings = {"train.steps=30", "record={vitals: 7}", "sample="};
    RunReport whole = gated(settings);
    Path other = folder.resolve("other");
    RunReport part = Lab.interrupt(16, Lab.load(GATED, settings), other);
    assertThat(steps(part.folder())).containsExactly(1, 7, 14);
    RunReport resumed = Lab.resume(part.folder(), () -> false);

    assertThat(resumed.result().digest()).isEqualTo(whole.result().digest());
    assertThat(steps(resumed.folder())).containsExactly(1, 7, 14, 21, 28, 30);
    assertThat(Lab.text(resumed.folder().resolve("vitals.jsonl")))
        .isEqualTo(Lab.text(whole.folder().resolve("vitals.jsonl")));
  }

  /// A killed process may have gone past its last checkpoint, and left half a line.
  @Test
  void whatWasWrittenBehindTheCheckpointIsMadeAgain() throws IOException {
    String[] settings = {"train.steps=20", "record={vitals: 5}", "sample="};
    RunReport whole = gated(settings);
    RunReport part = Lab.interrupt(12, Lab.load(GATED, settings), folder.resolve("other"));
    Path file = part.folder().resolve("vitals.jsonl");
    String line = Lab.text(file).lines().reduce((_, last) -> last).orElseThrow();
    Files.writeString(
        file, line.replace("\"step\":10", "\"step\":15") + "\n", StandardOpenOption.APPEND);
    Files.writeString(file, "{\"step\":20,\"lay", StandardOpenOption.APPEND);
    assertThat(steps(part.folder())).as("half a line is left out").containsExactly(1, 5, 10, 15);

    RunReport resumed = Lab.resume(part.folder(), () -> false);

    assertThat(Lab.text(resumed.folder().resolve("vitals.jsonl")))
        .isEqualTo(Lab.text(whole.folder().resolve("vitals.jsonl")));
  }

  private static List<Integer> steps(Path run) {
    return VitalsLog.read(run).stream().map(Vitals::step).toList();
  }

  @Test
  void onlyAModelOfLayersHasVitals() {
    Called refused =
        Called.gradus(
            "run", "micrograd/xor", "--set", "record={vitals: 5}", "--out", folder.resolve("none"));

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("record.vitals: only a model that is made of layers has vitals");
    Called none =
        Called.gradus("run", GATED, "--set", "record={vitals: 0}", "--out", folder.resolve("none"));
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("record.vitals: 0 must be at least 1");
  }

  @Test
  void theTableEndsInWords() {
    RunReport run = small(KAIMING, "-100.0", "relu", 0.1);

    String shown = Called.gradus("show", run.folder(), "vitals").out();

    assertThat(shown)
        .startsWith(run.folder() + ": vitals of step 20\n\nlayer ")
        .containsPattern("\nlayers.3 +relu +0 +0 +100.00% +50 of 50 ")
        .containsPattern("\nlayers.4.bias +\\(27\\) ")
        .containsPattern("\nupdate:data at step +1 +5 +10 +15 +20\n")
        .contains("\nlayers.3 is dead: 50 of its 50 units are stuck for every example.\n")
        .contains(
            "\n  Try biases of 0 and kaiming weights before it, a lower rate, or leaky-relu.\n");
  }

  @Test
  void theDrawingAndTheJsonHoldTheSame() {
    Path run = small(KAIMING, "{type: zeros}", "tanh", 0.1).folder();

    JsonNode json = Called.gradus("show", run, "vitals", "--format", "json").json();
    assertThat(json.get("steps").toString()).isEqualTo("[1,5,10,15,20]");
    assertThat(json.get("layers")).hasSize(5);
    assertThat(json.get("updates").get("layers.2.weight")).hasSize(5);
    assertThat(json.get("verdicts")).isEmpty();
    String svg = Called.gradus("show", run, "vitals", "--format", "svg").out();
    assertThat(svg)
        .startsWith("<?xml")
        .contains("deviation of outputs", "saturated outputs", "update:data, log10")
        .contains("about -3 is usual", "Nothing stands out.");
    assertThat(svg).isEqualTo(Called.gradus("show", run, "vitals", "--format", "svg").out());
  }

  @Test
  void aRunThatRecordedNoneSaysHow() {
    Called shown = Called.gradus("show", gated("train.steps=2", "sample=").folder(), "vitals");

    assertThat(shown.code()).isEqualTo(2);
    assertThat(shown.err())
        .contains("has recorded no vitals; a run does where its experiment says record: {vitals:");
  }

  /// A run that ends because a parameter is no number any more still tells of that step.
  @Test
  void aRunThatDivergesIsExploding() {
    RunReport run = small(KAIMING, "{type: zeros}", "tanh", 1e39);

    assertThat(run.result().status()).isEqualTo(Result.DIVERGED);
    assertThat(signs(run)).contains(Sign.EXPLODING);
    assertThat(Lab.text(run.folder().resolve("vitals.jsonl"))).contains("\"NaN\"");
  }
}
