package io.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradus.random.Algorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTextTest {
  @TempDir private Path folder;

  private Texts load(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("text.txt"), text);
    return new RunningText(Optional.empty(), Optional.of(file)).load(Desk.of(Algorithm.PHILOX, 1));
  }

  @Test
  void aTextIsOneDocumentWithItsLineBreaksAndSpaces() throws IOException {
    assertThat(load("  First Citizen:\n\nSpeak. \n").texts())
        .containsExactly("  First Citizen:\n\nSpeak. \n");
  }

  @Test
  void aCorpusIsFoundByItsName() {
    Texts names =
        new RunningText(Optional.of("given-names"), Optional.empty())
            .load(Desk.of(Algorithm.PHILOX, 1));
    assertThat(names.size()).isEqualTo(1);
    assertThat(names.texts().getFirst()).contains("\n");
  }

  @Test
  void aTextOfNothingButSpaceHoldsNoText() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> load(" \n\t\n"))
        .withMessage(folder.resolve("text.txt") + " holds no text");
  }

  @Test
  void eitherACorpusOrAFileIsGiven() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RunningText(Optional.empty(), Optional.empty()))
        .withMessage("give either corpus or file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RunningText(Optional.of("surnames"), Optional.empty()))
        .withMessage("no corpus 'surnames'; there are given-names, names, tinyshakespeare");
  }
}
