package io.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradus.random.Algorithm;
import io.gradus.random.Streams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {
  @TempDir private Path folder;

  private Lines of(String text, boolean shuffle) throws IOException {
    Path file = Files.writeString(folder.resolve("text.txt"), text);
    return new Lines(Optional.empty(), Optional.of(file), shuffle, false);
  }

  private static Lines corpus(String name, boolean shuffle) {
    return new Lines(Optional.of(name), Optional.empty(), shuffle, false);
  }

  @Test
  void linesAreStrippedAndEmptyOnesLeftOut() throws IOException {
    Lines lines = of("  emma \n\n\tolivia\r\n   \nava", false);
    assertThat(lines.load(Desk.of(Algorithm.PHILOX, 1)).texts())
        .containsExactly("emma", "olivia", "ava");
  }

  @Test
  void withoutShuffleNothingIsDrawn() throws IOException {
    Desk desk = new Desk(Desk.offline(List.of()), Streams.named(1, Map.of()));
    assertThat(of("c\na\nb", false).load(desk).texts()).containsExactly("c", "a", "b");
    assertThat(desk.streams().states()).isEmpty();
  }

  @Test
  void theShuffleDrawsFromTheStreamOfTheDataOrder() throws IOException {
    Desk desk = new Desk(Desk.offline(List.of()), Streams.named(1, Map.of()));
    List<String> expected = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f"));
    Streams.named(1, Map.of()).stream("data.order").shuffle(expected);
    assertThat(of("a\nb\nc\nd\ne\nf", true).load(desk).texts()).isEqualTo(expected);
    assertThat(desk.streams().states()).containsOnlyKeys("data.order");
  }

  @Test
  void theShuffleOfPythonsSeedFortyTwoIsKnown() throws IOException {
    assertThat(
            of("0\n1\n2\n3\n4\n5\n6\n7\n8\n9", true).load(Desk.of(Algorithm.CPYTHON, 42)).texts())
        .containsExactly("7", "3", "2", "8", "5", "6", "9", "4", "0", "1");
  }

  @Test
  void aCorpusIsFoundByItsName() {
    Texts names = corpus("given-names", false).load(Desk.of(Algorithm.PHILOX, 1));
    assertThat(names.size()).isGreaterThanOrEqualTo(2_000);
    assertThat(names.select(1, 0).texts())
        .containsExactly(names.texts().get(1), names.texts().get(0));
  }

  @Test
  void eitherACorpusOrAFileIsGiven() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lines(Optional.empty(), Optional.empty(), true, false))
        .withMessage("give either corpus or file");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Lines(Optional.of("names"), Optional.of(Path.of("my.txt")), true, false))
        .withMessage("give either corpus or file");
  }

  @Test
  void anUnknownCorpusIsRefusedWithTheOnesThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> corpus("surnames", true))
        .withMessage("no corpus 'surnames'; there are given-names, names, tinyshakespeare");
  }

  @Test
  void aTextOfNothingButSpaceHoldsNoText() throws IOException {
    for (String text : List.of("", "\n", "  \n\t\n")) {
      Lines lines = of(text, true);
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> lines.load(Desk.of(Algorithm.PHILOX, 1)))
          .withMessage(folder.resolve("text.txt") + " holds no text");
    }
  }

  private Lines keepingBreaks(String text, boolean shuffle) throws IOException {
    Path file = Files.writeString(folder.resolve("text.txt"), text);
    return new Lines(Optional.empty(), Optional.of(file), shuffle, true);
  }

  @Test
  void linesThatKeepTheirBreaksAreWhatTheyAre() throws IOException {
    Desk desk = Desk.of(Algorithm.PHILOX, 1);
    assertThat(keepingBreaks(" emma \n\nava\n", false).load(desk).texts())
        .containsExactly(" emma \n", "\n", "ava\n");
    assertThat(keepingBreaks("emma\r\nava\r", false).load(desk).texts())
        .containsExactly("emma\n", "ava\n");
  }

  /// Python: `random.seed(42); x = list('0123456789'); random.shuffle(x)`.
  @Test
  void aLastLineWithoutABreakRunsIntoTheOneBehindIt() throws IOException {
    Lines lines = keepingBreaks("0\n1\n2\n3\n4\n5\n6\n7\n8\n9", true);
    assertThat(String.join("", lines.load(Desk.of(Algorithm.CPYTHON, 42)).texts()))
        .isEqualTo("7\n3\n2\n8\n5\n6\n94\n0\n1\n");
  }

  /// The three files of EurekaLabsAI's ngram, which its preprocess.py wrote out of names.txt.
  @Test
  @Tag("needs-data")
  void thePublishedPartsOfTheNamesAreTheShuffledLinesWrittenDown() throws Exception {
    Path file = NeededFile.shared("data/names.txt");
    var lines = new Lines(Optional.empty(), Optional.of(file), true, true);
    List<String> shuffled = lines.load(Desk.of(Algorithm.CPYTHON, 42)).texts();
    assertThat(shuffled).hasSize(32_033);
    assertThat(sha256(shuffled.subList(0, 1000)))
        .isEqualTo("5951a7a2df9d9cc5fc9409e814a645eadba5e33e104a9e6e47f3cfe065a0d9d6");
    assertThat(sha256(shuffled.subList(1000, 2000)))
        .isEqualTo("23195f8c2b2b69343f1e486a595b5e0e9977d373289fe306bb3adc9c171e9efc");
    assertThat(sha256(shuffled.subList(2000, 32_033)))
        .isEqualTo("814eca7d20168ba3a41ff1a6e41bedbfa8e72de37c974a3411f047f0b73b2f74");
  }

  private static String sha256(List<String> lines) throws NoSuchAlgorithmException {
    byte[] bytes = String.join("", lines).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
