package io.gradus.experiments.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  @TempDir private Path folder;

  private Tracker open() throws IOException {
    return new Csv("metrics.csv").open(folder, 0);
  }

  @Test
  void aRowIsAStepAndAColumnAMetric() throws IOException {
    try (Tracker table = open()) {
      table.recorded(1, "train/loss", 3.25);
      table.recorded(1, "train/accuracy", 0.5);
      table.recorded(2, "train/loss", 2.0);
      table.recorded(2, "train/accuracy", 1.0);
      table.ended("complete");
    }
    assertThat(folder.resolve("metrics.csv"))
        .hasContent("step,train/loss,train/accuracy\n1,3.25,0.5\n2,2.0,1.0\n");
  }

  @Test
  void aColumnThatComesLateIsEmptyInTheRowsBeforeIt() throws IOException {
    try (Tracker table = open()) {
      table.recorded(1, "train/loss", 3.0);
      table.recorded(2, "train/loss", 2.0);
      table.flush();
      table.recorded(2, "validation/loss", 4.0);
      table.recorded(3, "train/loss", 1.0);
      table.recorded(3, "test/loss", 5.0);
      table.ended("complete");
    }
    assertThat(folder.resolve("metrics.csv"))
        .hasContent("step,train/loss,validation/loss,test/loss\n1,3.0,,\n2,2.0,4.0,\n3,1.0,,5.0\n");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void whatIsNoNumberIsNamedAndANameWithACommaIsInQuotes() throws IOException {
    try (Tracker table = open()) {
      table.recorded(1, "a,\"b\"", Double.NaN);
      table.recorded(1, "c", Double.NEGATIVE_INFINITY);
      table.ended("diverged");
    }
    assertThat(folder.resolve("metrics.csv"))
        .hasContent("step,\"a,\"\"b\"\"\",c\n1,NaN,-Infinity\n");
  }

  @Test
  void whatTheFileHeldBeforeIsGone() throws IOException {
    Path file = Files.writeString(folder.resolve("metrics.csv"), "step,train/loss\n1,9.0\n2,9.0\n");
    try (Tracker table = open()) {
      table.ended("interrupted");
    }
    assertThat(file).hasContent("step\n");
  }

  @Test
  void aFileThatCannotBeMadeIsSaidAtOnce() throws IOException {
    Files.createDirectory(folder.resolve("metrics.csv"));
    assertThatIOException().isThrownBy(this::open).withMessageContaining("metrics.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../metrics.csv", "/metrics.csv", "a/b.csv", ".csv", "result.json"})
  void aNameThatLeavesTheFolderOrIsNoTableIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Csv(name))
        .withMessageStartingWith("file = '" + name + "' must be");
  }
}
