package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.Loaded;
import io.gradus.experiments.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same run where one was before, and places where none can be.
class RepetitionTest {
  private final Loaded experiment = Lab.load("micrograd/xor", "train.steps=20");

  @TempDir private Path out;

  private Called run() {
    return Called.gradus("run", "micrograd/xor", "--set", "train.steps=20", "--out", out);
  }

  @Test
  void aCompleteRunIsMadeAgainAndCompared() throws IOException {
    Path first = Lab.run(experiment, out).folder();
    String result = Lab.text(first.resolve("result.json"));
    Files.writeString(first.resolve("mark"), "the first");

    Called again = run();

    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("The same run was here before: same bits.");
    assertThat(Lab.text(first.resolve("result.json"))).isEqualTo(result);
    assertThat(Lab.names(first)).contains("result.json").doesNotContain("mark");
    assertThat(Lab.names(first.resolveSibling(""))).containsExactly(first.getFileName().toString());
  }

  @Test
  void otherBitsAreSaid() throws IOException {
    RunReport first = Lab.run(experiment, out);
    Path result = first.folder().resolve("result.json");
    String digest = first.result().digest();
    Files.writeString(result, Lab.text(result).replace(digest, "0".repeat(64)));

    assertThat(run().out()).contains("with OTHER bits: " + "0".repeat(64));
    assertThat(Lab.text(result)).contains(digest);
  }

  @Test
  void anInterruptedRunIsKeptAndResumeIsNamed() {
    Path stopped = Lab.interrupt(5, experiment, out).folder();
    String result = Lab.text(stopped.resolve("result.json"));

    Called again = run();

    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("interrupted before", "gradus resume " + stopped);
    assertThat(again.out()).isEmpty();
    assertThat(Lab.text(stopped.resolve("result.json"))).isEqualTo(result);
  }

  @Test
  void anInterruptedRepetitionLeavesTheCompleteRun() {
    Path first = Lab.run(experiment, out).folder();
    String result = Lab.text(first.resolve("result.json"));

    RunReport again = Lab.interrupt(5, experiment, out);

    assertThat(again.result().steps()).isEqualTo(5);
    assertThat(again.earlier()).isPresent();
    assertThat(Lab.text(first.resolve("result.json"))).isEqualTo(result);
    assertThat(Lab.names(first.resolveSibling(""))).containsExactly(first.getFileName().toString());
  }

  @Test
  void aFileWhereAFolderShouldBeIsOneMessage() throws IOException {
    Path file = Files.writeString(out.resolve("xor"), "not a folder");

    Called run = run();

    assertThat(run.code()).isEqualTo(1);
    assertThat(lastLine(run))
        .isEqualTo("gradus: cannot write %s: a file is in the way: %s".formatted(file, file));
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aFileWhereTheRunShouldBeIsOneMessage() throws IOException {
    Path run = Lab.run(experiment, out.resolve("other")).folder();
    Path folder = Files.createDirectory(out.resolve("xor"));
    Path file = folder.resolve(run.getFileName());
    Files.writeString(file, "mine");

    Called refused = run();

    assertThat(refused.code()).isEqualTo(1);
    assertThat(lastLine(refused)).contains("a file is in the way: " + file);
    assertThat(Lab.text(file)).isEqualTo("mine");
    assertThat(Lab.names(folder)).containsExactly(file.getFileName().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "verify"})
  void aPlaceThatTakesNoFilesIsOneMessage(String command) throws IOException {
    Path file = Files.writeString(out.resolve("file"), "");

    Called run = Called.gradus(command, "micrograd/xor", "--out", file.resolve("below"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(lastLine(run)).contains(": cannot write " + file);
    assertThat(run.err()).doesNotContain("\tat ");
  }

  @Test
  void resumeSaysWhatIsNoInterruptedRun() throws IOException {
    Path complete = Lab.run(experiment, out).folder();

    Called ended = Called.gradus("resume", complete);
    Called none = Called.gradus("resume", out);

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("is complete; there is nothing to resume");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains(out + " is not the folder of a run");
  }

  @Test
  void resumeTakesAFolderFromWithin() throws IOException {
    Path stopped = Lab.interrupt(5, experiment, out).folder();

    Called resumed = Called.gradus("resume", stopped.resolve("."));

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(Lab.names(stopped)).noneMatch(name -> name.contains("lock"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void resumeRefusesOtherData(boolean checkpoint) throws IOException {
    Path own = Files.writeString(out.resolve("own.txt"), "ab\nba\n");
    Loaded text =
        Lab.load("gpt/microgpt", "train.steps=9", "data={type: lines, file: " + own + "}");
    Path stopped = Lab.interrupt(4, text, out).folder();
    if (!checkpoint) {
      Files.delete(stopped.resolve("checkpoint.safetensors"));
    }
    Files.writeString(own, "ab\nbb\n");

    Called resumed = Called.gradus("resume", stopped);

    assertThat(resumed.code()).isEqualTo(1);
    assertThat(resumed.err())
        .isEqualTo("gradus: the data have changed since this run began; it cannot go on\n");
  }

  @Test
  void aFullDiskIsOneMessageAndTheRunCanGoOn() throws IOException {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "there is no " + full);
    Path stopped = Lab.interrupt(0, experiment, out).folder();
    Path metrics = stopped.resolve("metrics.jsonl");
    Files.delete(metrics);
    Files.createSymbolicLink(metrics, full);

    Called resumed = Called.gradus("resume", stopped);

    assertThat(resumed.code()).isEqualTo(1);
    assertThat(lastLine(resumed)).startsWith("gradus: cannot write " + metrics + ": ");
    Files.delete(metrics);
    assertThat(Called.gradus("resume", stopped).code()).isZero();
  }

  private static String lastLine(Called run) {
    return run.err().lines().toList().getLast();
  }
}
