package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `gradus reproduce` does not run again, and why.
class ReproduceRefusalTest {
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

  @Test
  void aPluginThatIsNotHereIsNamed() throws IOException {
    Path run = xor();
    edit(
        run.resolve("provenance.json"),
        "\"plugins\" : \\{ ",
        "\"plugins\" : {\"mine.jar\": \"abc\"");
    edit(run.resolve("experiment.yaml"), "type: adam", "type: mine");

    Called again = Called.gradus("reproduce", run);

    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err())
        .startsWith(
            run
                + " was made with the plugin mine.jar (SHA-256 abc), which is not here;"
                + " --plugin-path names a folder of plugins\n")
        .contains("'mine'");
  }

  @Test
  void dataThatHaveChangedAreNamedAndNothingRuns() throws IOException {
    Path own = Files.writeString(out.resolve("own.txt"), "ab\nba\n");
    Path run =
        Lab.run(
                Lab.load("gpt/microgpt", "train.steps=2", "data={type: lines, file: " + own + "}"),
                out)
            .folder();
    Files.writeString(own, "ab\nbb\nb\n");

    Called changed = Called.gradus("reproduce", run);
    Files.delete(own);
    Called gone = Called.gradus("reproduce", run);

    assertThat(changed.code()).isEqualTo(2);
    assertThat(changed.out()).isEmpty();
    assertThat(changed.err())
        .startsWith("the data of this run have changed; nothing was run\n  then  " + own)
        .contains(", 6 bytes, SHA-256 2fb07a2ae78507a8", ", 8 bytes, SHA-256 ");
    assertThat(gone.code()).isEqualTo(2);
    assertThat(gone.err()).contains("there is no file " + own);
    assertThat(Lab.names(run.resolveSibling(""))).hasSize(1);
  }

  @Test
  void aRunThatDidNotEndIsRefusedAndResumeIsNamed() throws IOException {
    Path stopped = Lab.interrupt(5, experiment, out).folder();

    Called interrupted = Called.gradus("reproduce", stopped);
    Files.delete(stopped.resolve("result.json"));
    Called killed = Called.gradus("reproduce", stopped);

    assertThat(interrupted.code()).isEqualTo(2);
    assertThat(interrupted.err())
        .isEqualTo(
            "%s was interrupted; let it end first: gradus resume %s\n".formatted(stopped, stopped));
    assertThat(killed).isEqualTo(interrupted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"experiment.yaml", "provenance.json", "metrics.jsonl"})
  void aFileThatIsGoneIsNamed(String name) throws IOException {
    Path run = xor();
    Files.delete(run.resolve(name));

    Called again = Called.gradus("reproduce", run);

    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).startsWith(run + " is not ").contains("it has no " + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"provenance.json", "result.json", "checkpoint.safetensors"})
  void aFileThatIsBrokenIsNamedAndNothingRuns(String name) throws IOException {
    Path run = xor();
    Files.writeString(run.resolve(name), "{\"x\": 1}");

    Called again = Called.gradus("reproduce", run);

    assertThat(again.code()).isEqualTo(2);
    assertThat(again.out()).isEmpty();
    assertThat(again.err()).hasLineCount(1).contains(run.resolve(name).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "NaN", "Infinity", "x"})
  void aToleranceThatCannotBeIsBadUsage(String within) {
    Called refused = Called.gradus("reproduce", out, "--within", within);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("--within", "is not a number");
  }
}
