package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.Loaded;
import io.gradus.experiments.run.Result;
import io.gradus.experiments.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A run that stopped anywhere comes to the same end.
class InterruptionTest {
  private static final int STEPS = 12;

  @TempDir private Path folder;

  static Stream<Loaded> experiments() {
    return Stream.of(
        Lab.load("gpt/microgpt", "train.steps=12", "sample.count=3"),
        Lab.load("gpt/microgpt", "random=cpython", "train.steps=12", "sample.count=3"),
        Lab.load("micrograd/moons", "train.steps=12"),
        Lab.load("micrograd/xor", "train.steps=12"),
        fromTorch("makemore/batchnorm"), // init and batches are one generator
        fromTorch("makemore/bow", "split.test=100")); // which seeds a sampler of batches
  }

  private static Loaded fromTorch(String experiment, String... settings) {
    return Lab.load(
        experiment,
        Stream.concat(
                Stream.of(
                    "data.corpus=given-names",
                    "train.steps=12",
                    "evaluate={final: false}",
                    "sample.count=3"),
                Arrays.stream(settings))
            .toArray(String[]::new));
  }

  static Stream<Arguments> stoppingPoints() {
    return experiments()
        .flatMap(experiment ->
            Stream.of(0, 1, 7, STEPS - 1).map(step -> Arguments.of(experiment, step)));
  }

  @ParameterizedTest
  @MethodSource("stoppingPoints")
  void aStoppedRunIsResumedToTheSameBytes(Loaded experiment, int steps) {
    RunReport whole = Lab.run(experiment, folder.resolve("whole"));
    RunReport stopped = Lab.interrupt(steps, experiment, folder.resolve("stopped"));
    assertThat(stopped.result().status()).isEqualTo(Result.INTERRUPTED);
    assertThat(stopped.result().steps()).isEqualTo(steps);
    assertThat(Lab.names(stopped.folder())).contains("checkpoint.safetensors", "result.json");
    assertThat(Lab.text(stopped.folder().resolve("result.json"))).contains("\"interrupted\"");

    Called resumed = Called.gradus("resume", stopped.folder());

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertSame(whole.folder(), stopped.folder());
  }

  @ParameterizedTest
  @ValueSource(strings = {"philox", "cpython"})
  void aRunStoppedWhileItWritesIsResumedToTheSameBytes(String random) {
    Loaded experiment =
        Lab.load("gpt/microgpt", "random=" + random, "train.steps=12", "sample.count=3");
    RunReport whole = Lab.run(experiment, folder.resolve("whole"));
    RunReport stopped = Lab.interrupt(STEPS + 1, experiment, folder.resolve("stopped"));
    assertThat(stopped.result().status()).isEqualTo(Result.INTERRUPTED);
    assertThat(stopped.result().steps()).isEqualTo(STEPS);
    assertThat(Lab.names(stopped.folder())).doesNotContain("samples.txt");

    assertThat(Lab.resume(stopped.folder(), () -> false).samples()).isEqualTo(whole.samples());

    assertSame(whole.folder(), stopped.folder());
  }

  @Test
  void aRunMayBeStoppedAgainAndAgain() {
    Loaded experiment = Lab.load("gpt/microgpt", "train.steps=12", "sample.count=3");
    RunReport whole = Lab.run(experiment, folder.resolve("whole"));
    Path stopped = Lab.interrupt(2, experiment, folder.resolve("stopped")).folder();

    assertThat(Lab.resume(stopped, Lab.after(0)).result().steps()).isEqualTo(2);
    assertThat(Lab.resume(stopped, Lab.after(5)).result().steps()).isEqualTo(7);
    assertThat(Lab.resume(stopped, () -> false).result()).isEqualTo(whole.result());
    assertSame(whole.folder(), stopped);
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void aRunKilledPastItsCheckpointIsResumedToTheSameBytes(Loaded experiment) throws IOException {
    Path whole = Lab.run(experiment, folder.resolve("whole")).folder();
    Path killed = Lab.interrupt(7, experiment, folder.resolve("killed")).folder();
    Files.delete(killed.resolve("result.json"));
    String metrics = Lab.text(whole.resolve("metrics.jsonl"));
    Files.writeString(killed.resolve("metrics.jsonl"), metrics.substring(0, metrics.length() - 9));

    Lab.resume(killed, () -> false);

    assertSame(whole, killed);
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void aRunKilledBeforeItsCheckpointBeginsAgain(Loaded experiment) throws IOException {
    Path whole = Lab.run(experiment, folder.resolve("whole")).folder();
    Path killed = Lab.interrupt(7, experiment, folder.resolve("killed")).folder();
    Files.delete(killed.resolve("result.json"));
    Files.delete(killed.resolve("checkpoint.safetensors"));

    Lab.resume(killed, () -> false);

    assertSame(whole, killed);
    assertThat(Lab.text(killed.resolve("provenance.json")))
        .isEqualTo(Lab.text(whole.resolve("provenance.json")));
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void aRunKilledBeforeItsResultKeepsItsSamples(Loaded experiment) throws IOException {
    Path whole = Lab.run(experiment, folder.resolve("whole")).folder();
    RunReport killed = Lab.run(experiment, folder.resolve("killed"));
    Files.delete(killed.folder().resolve("result.json"));

    RunReport resumed = Lab.resume(killed.folder(), () -> false);

    assertThat(resumed.samples()).isEqualTo(killed.samples());
    assertSame(whole, killed.folder());
  }

  @ParameterizedTest
  @ValueSource(strings = {"experiment.yaml", "nothing"})
  void aRunKilledBeforeItsFirstFileIsRunAnew(String begun) throws IOException {
    Loaded experiment = Lab.load("micrograd/xor", "train.steps=12");
    Path run = Lab.run(experiment, folder).folder();
    for (String name : Lab.names(run)) {
      Files.delete(run.resolve(name));
    }
    if (!begun.equals("nothing")) {
      Files.writeString(run.resolve("." + begun + ".part"), "name: x");
    }

    Called again =
        Called.gradus("run", "micrograd/xor", "--set", "train.steps=12", "--out", folder);

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out()).doesNotContain("was here before");
    assertThat(Lab.names(run.resolveSibling(""))).containsExactly(run.getFileName().toString());
  }

  @Test
  void metricsThatEndBeforeTheCheckpointAreRefused() throws IOException {
    Loaded experiment = Lab.load("micrograd/xor", "train.steps=12");
    Path run = Lab.interrupt(7, experiment, folder).folder();
    Path metrics = run.resolve("metrics.jsonl");
    Files.write(metrics, Files.readAllLines(metrics).subList(0, 5));

    Called resumed = Called.gradus("resume", run);

    assertThat(resumed.code()).isEqualTo(1);
    assertThat(resumed.err()).contains("ends at step 3, before the checkpoint of step 7");
  }

  private static void assertSame(Path whole, Path other) {
    assertThat(Lab.names(other)).isEqualTo(Lab.names(whole));
    for (String name : Lab.names(whole)) {
      if (!name.equals("run.log") && !name.equals("metrics.prom")) {
        assertThat(other.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
      }
    }
  }
}
