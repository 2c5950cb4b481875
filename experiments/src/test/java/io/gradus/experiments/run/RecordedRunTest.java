package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRunTest {
  private static final String LINE = "{\"step\":1,\"name\":\"train/loss\",\"value\":0.5}\n";

  @TempDir private Path folder;

  @BeforeEach
  void begin() throws IOException {
    Files.writeString(folder.resolve("experiment.yaml"), "name: x\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aRunThatWroteNothingYetIsUnfinished() {
    RecordedRun run = RecordedRun.open(folder);

    assertThat(run.status()).isEqualTo("unfinished");
    assertThat(run.metrics().names()).isEmpty();
    assertThat(run.provenance()).isEmpty();
    assertThat(run.time()).isEmpty();
    assertThat(run.checkpoint()).isEmpty();
    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(run::requireEnd)
        .withMessage(
            "%s was interrupted; let it end first: gradus resume %s".formatted(folder, folder));
  }

  @Test
  void theLineThatAProcessDiedInIsLeftOut() throws IOException {
    write(
        "metrics.jsonl",
        LINE + "{\"step\":2,\"name\":\"train/loss\",\"value\":\"NaN\"}\n{\"step\":3,\"na");

    assertThat(RecordedRun.open(folder).metrics().series("train/loss"))
        .hasSize(2)
        .containsEntry(1, 0.5)
        .containsEntry(2, Double.NaN);
  }

  @Test
  void anotherLineThatIsNoMetricIsNamed() throws IOException {
    for (String broken :
        new String[] {
          "x",
          "{}",
          "{\"step\":\"2\",\"name\":\"train/loss\",\"value\":1}",
          "{\"step\":2,\"name\":7,\"value\":1}",
          "{\"step\":2,\"name\":\"train/loss\",\"value\":\"one\"}",
          "{\"step\":2,\"name\":\"train/loss\"}",
        }) {
      write("metrics.jsonl", LINE + broken + "\n" + LINE);

      assertThatExceptionOfType(SetupException.class)
          .as(broken)
          .isThrownBy(() -> RecordedRun.open(folder))
          .withMessage(folder.resolve("metrics.jsonl") + ":2: this line is no metric");
    }
  }

  @Test
  void theTimeIsThatOfItsProcessesWithoutThePauses() throws IOException {
    write(
        "run.log",
        """
        2026-01-01T10:00:00.000Z begun with gradus 0.1.0 on x
        2026-01-01T10:00:02.500Z interrupted after step 7, digest ab
        2026-01-01T11:00:00.000Z resumed after step 7
        2026-01-01T11:00:01.000Z complete after step 12, digest cd
        """);

    assertThat(RecordedRun.open(folder).time()).hasValue(Duration.ofMillis(3500));
  }

  @Test
  void aRecordWithoutAPartIsSaid() throws IOException {
    write("result.json", "{\"status\":\"complete\",\"steps\":3,\"metrics\":{},\"parameters\":1}");

    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> RecordedRun.open(folder))
        .withMessage("cannot read %s: it has no 'digest'", folder.resolve("result.json"));
  }
}
