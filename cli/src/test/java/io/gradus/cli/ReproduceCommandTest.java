package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.Loaded;
import io.gradus.experiments.run.RecordedRun;
import io.gradus.experiments.run.Repetition;
import io.gradus.experiments.run.RunReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ReproduceCommandTest {
  private static final String WEIGHTS = "layers.0.neurons.0.weights";

  private final Loaded experiment = Lab.load("micrograd/xor", "train.steps=20");

  @TempDir private Path out;

  private Path xor() {
    return Lab.run(experiment, out).folder();
  }

  private static void edit(Path file, String regex, String replacement) throws IOException {
    String text = Lab.text(file);
    String edited = text.replaceFirst(regex, replacement);
    assertThat(edited).isNotEqualTo(text);
    Files.writeString(file, edited);
  }

  /// Turns the last bit of the first of these weights.
  private static void turnABit(Path run) throws IOException {
    Path file = run.resolve("checkpoint.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    int header = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    bytes[8 + header + 8] ^= 1; // behind the bias
    Files.write(file, bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "micrograd/xor, train.steps=5",
    "gpt/microgpt, train.steps=3",
    "makemore/bigram-counts, data.corpus=given-names",
    "micrograd/neuron, about=x",
    "micrograd/moons, 'optimizer={type: sgd, lr: 1.0e300}'",
  })
  void aRunIsReproducedAndStaysAsItIs(String name, String setting) {
    RunReport run = Lab.run(Lab.load(name, setting), out);
    List<String> files = Lab.names(run.folder());
    String log = Lab.text(run.folder().resolve("run.log"));

    Called again = Called.gradus("reproduce", run.folder());

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out())
        .startsWith("same bits: " + run.folder() + "\n")
        .contains(run.result().digest(), " numbers, all the same\n")
        .doesNotContain("then");
    assertThat(Lab.names(run.folder())).isEqualTo(files);
    assertThat(Lab.text(run.folder().resolve("run.log"))).isEqualTo(log);
    assertThat(Lab.names(run.folder().resolveSibling(""))).hasSize(1);
  }

  @Test
  void quietIsSilentWhereTheBitsAreTheSame() {
    assertThat(Called.gradus("reproduce", xor(), "--quiet")).isEqualTo(new Called(0, "", ""));
  }

  @Test
  void jsonIsOneObject() {
    RunReport run = Lab.run(experiment, out);

    JsonNode json = Called.gradus("reproduce", run.folder(), "--json").json();

    assertThat(json.get("verdict").asString()).isEqualTo("same");
    assertThat(json.get("digest").asString()).isEqualTo(run.result().digest());
    assertThat(json.get("metric_numbers").asInt()).isEqualTo(40);
    assertThat(json.get("tensors")).isEmpty();
  }

  @Test
  void aMetricThatWasAnotherIsNamedWithItsStep() throws IOException {
    Path run = xor();
    double loss = Lab.run(experiment, out.resolve("other")).metrics().at("train/loss", 7).get();
    String line = "\"step\":7,\"name\":\"train/loss\",\"value\":";
    edit(run.resolve("metrics.jsonl"), line + loss, line + Math.nextUp(Math.nextUp(loss)));

    Called close = Called.gradus("reproduce", run);
    Called far = Called.gradus("reproduce", run, "--within", "1e-20", "--json");

    assertThat(close.code()).isEqualTo(3);
    assertThat(close.out())
        .startsWith("not the same bits, but within 1.0E-6: ")
        .contains("40 numbers, 1 of them not the same")
        .containsPattern(
            " train/loss +1 +7 +%s +%s +2 ".formatted(Math.nextUp(Math.nextUp(loss)), loss));
    assertThat(far.code()).isEqualTo(4);
    JsonNode series = far.json().get("metrics").get(0);
    assertThat(series.get("name").asString()).isEqualTo("train/loss");
    assertThat(series.get("first").get("step").asInt()).isEqualTo(7);
    assertThat(series.get("first").get("distance").get("ulps").asInt()).isEqualTo(2);
  }

  @Test
  void metricsThatAreGoneAreSaid() throws IOException {
    Path run = xor();
    Path metrics = run.resolve("metrics.jsonl");
    Files.write(metrics, Files.readAllLines(metrics).subList(0, 15));

    Called again = Called.gradus("reproduce", run);

    assertThat(again.code()).isEqualTo(4);
    assertThat(again.out())
        .startsWith("DIFFERENT: ")
        .containsPattern(" train/accuracy +7 +20 +8\n")
        .containsPattern(" train/loss +8 +20 +9\n");
  }

  @Test
  void aTensorThatWasAnotherIsNamed() throws IOException {
    Path run = xor();
    turnABit(run);

    Called again = Called.gradus("reproduce", run);

    assertThat(again.code()).isEqualTo(3);
    assertThat(again.out()).containsPattern(" " + WEIGHTS + " +1 +2 +1 +1.1e-16 ");
  }

  @Test
  void aCheckpointThatIsGoneIsSaidAndTheDigestStands() throws IOException {
    Path run = xor();
    Files.delete(run.resolve("checkpoint.safetensors"));

    Called again = Called.gradus("reproduce", run);

    assertThat(again.code()).isZero();
    assertThat(again.out()).contains(run + " has no checkpoint; for the model's numbers");
  }

  @Test
  void anotherDigestIsDifferentThoughNoNumberIs() throws IOException {
    Path run = xor();
    edit(run.resolve("result.json"), "\"digest\" : \"....", "\"digest\" : \"0000");

    Called again = Called.gradus("reproduce", run);

    assertThat(again.code()).isEqualTo(4);
    assertThat(again.out()).contains("digest then  0000", "digest now   ");
  }

  @Test
  void otherSamplesAreShown() throws IOException {
    RunReport run = Lab.run(Lab.load("gpt/microgpt", "train.steps=2", "sample.count=3"), out);
    Files.writeString(run.folder().resolve("samples.txt"), "anna\n");

    Called again = Called.gradus("reproduce", run.folder());

    assertThat(again.code()).isEqualTo(4);
    assertThat(again.out())
        .contains("3 texts, 3 of them not the same")
        .containsPattern("sample 1 +anna +" + run.samples().getFirst())
        .containsPattern("sample 3 +- +" + run.samples().getLast());
  }

  @Test
  void settingsThatWereChangedMakeAnotherRunAndAnotherId() throws IOException {
    Path run = xor();
    edit(run.resolve("experiment.yaml"), "seed: 42", "seed: 9");

    Called again = Called.gradus("reproduce", run);

    assertThat(again.code()).isEqualTo(4);
    assertThat(again.out())
        .containsPattern("train/loss +20 +1 ")
        .containsPattern("run id +" + run.getFileName() + " +[0-9a-f]{12}-seed9\n");
  }

  @Test
  void codeAndMachineThatWereOthersAreSaidAndDecideNothing() throws IOException {
    Path run = xor();
    edit(run.resolve("provenance.json"), "\"jdk\" : \"[^\"]*\"", "\"jdk\" : \"Another 24\"");
    edit(run.resolve("provenance.json"), "\"jars\" : \\{", "\"jars\" : {\"mine.jar\": \"abc\",");

    Called again = Called.gradus("reproduce", run);

    assertThat(again.code()).isZero();
    assertThat(again.out())
        .containsPattern(" JDK +Another 24 +" + System.getProperty("java.vendor"))
        .containsPattern(" jar mine.jar +abc +-\n");
  }

  @Test
  void oneProcessAtATimeReproducesARun() {
    Path run = xor();

    Called second;
    try (Repetition _ = Repetition.of(RecordedRun.open(run))) {
      second = Called.gradus("reproduce", run);
    }

    assertThat(second)
        .isEqualTo(
            new Called(1, "", "gradus: " + run + " is being reproduced by another process\n"));
    assertThat(Called.gradus("reproduce", run).code()).isZero();
  }

  @Test
  void whatAKilledReproductionLeftIsTakenAway() throws IOException {
    Path run = xor();
    Path left =
        Files.createDirectories(
            run.resolveSibling("." + run.getFileName() + ".reproduced").resolve("xor"));
    Files.writeString(left.resolve("metrics.jsonl"), "");

    assertThat(Called.gradus("reproduce", run).code()).isZero();
    assertThat(Lab.names(run.resolveSibling(""))).containsExactly(run.getFileName().toString());
  }
}
