package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.Loaded;
import io.gradus.experiments.run.RunReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs in processes of their own, which are stopped from outside.
class ProcessTest {
  private static final Path SHELL = Path.of("/bin/sh");
  private static final String LONG = "train.steps=1500";

  @TempDir private Path folder;

  private final Loaded experiment = Lab.load("gpt/microgpt", LONG, "model.context=8");

  @BeforeAll
  static void requireSignals() {
    Assumptions.assumeTrue(Files.isExecutable(SHELL), "no " + SHELL + " sends signals here");
  }

  private Child start() throws IOException {
    return Child.start(
        folder,
        List.of(),
        "run",
        "gpt/microgpt",
        "--set",
        LONG,
        "--set",
        "model.context=8",
        "--out",
        folder.resolve("out"));
  }

  /// The folder of the run, from when some of its metrics have reached the disk.
  private Path underWay(Child child) throws IOException, InterruptedException {
    Path runs = folder.resolve("out").resolve("microgpt");
    child.await(() -> metrics(runs).length() > 0);
    return metrics(runs).toPath().resolveSibling("");
  }

  private static File metrics(Path runs) {
    if (!Files.isDirectory(runs)) {
      return new File(runs.toFile(), "none");
    }
    return Lab.names(runs).stream()
        .map(name -> runs.resolve(name).resolve("metrics.jsonl").toFile())
        .filter(File::isFile)
        .findFirst()
        .orElse(new File(runs.toFile(), "none"));
  }

  @Test
  void ctrlCLeavesARunThatIsResumedToTheSameBits() throws Exception {
    Path run;
    Called stopped;
    try (Child child = start()) {
      run = underWay(child);
      signal("INT", child);
      stopped = child.end();
    }

    assertThat(stopped.code()).isEqualTo(130);
    assertThat(stopped.err()).contains("interrupted after step", "gradus resume " + run);
    assertThat(stopped.out()).contains("run     " + run, "digest  ");
    assertThat(Lab.text(run.resolve("result.json"))).contains("\"interrupted\"");
    assertThat(Called.gradus("resume", run).code()).isZero();
    assertSameAsWhole(run);
  }

  @Test
  void aLivingProcessHoldsItsRunAndAKilledOneIsResumed() throws Exception {
    Path run;
    try (Child child = start()) {
      run = underWay(child);
      signal("STOP", child); // alive, but it will not end meanwhile

      for (Called second :
          List.of(
              Called.gradus("resume", run),
              Called.gradus(
                  "run",
                  "gpt/microgpt",
                  "--set",
                  LONG,
                  "--set",
                  "model.context=8",
                  "--quiet",
                  "--out",
                  folder.resolve("out")))) {
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err())
            .isEqualTo("gradus: %s is being run by another process\n".formatted(run));
        assertThat(second.out()).isEmpty();
      }

      child.process().destroyForcibly().waitFor();
    }
    assertThat(Lab.names(run)).doesNotContain("result.json");
    Called again =
        Called.gradus(
            "run",
            "gpt/microgpt",
            "--set",
            LONG,
            "--set",
            "model.context=8",
            "--out",
            folder.resolve("out"));
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("gradus resume " + run);
    assertThat(Called.gradus("resume", run).code()).isZero();
    assertSameAsWhole(run);
  }

  private static void signal(String name, Child child) throws IOException, InterruptedException {
    String kill = "kill -%s %d".formatted(name, child.process().pid());
    assertThat(new ProcessBuilder(SHELL.toString(), "-c", kill).start().waitFor()).isZero();
  }

  private void assertSameAsWhole(Path run) {
    RunReport whole = Lab.run(experiment, folder.resolve("whole"));
    assertThat(whole.folder().getFileName()).isEqualTo(run.getFileName());
    for (String name : List.of("result.json", "metrics.jsonl", "samples.txt")) {
      assertThat(run.resolve(name)).hasSameBinaryContentAs(whole.folder().resolve(name));
    }
    assertThat(Lab.names(run.resolveSibling(""))).containsExactly(run.getFileName().toString());
  }
}
