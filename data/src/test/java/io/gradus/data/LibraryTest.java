package io.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradus.data.Library.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
  private static final Corpora.Corpus NAMES = Corpora.known("names");

  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(folder.resolve(name).resolveSibling(""));
    return Files.writeString(file, content);
  }

  private Place place(String title, String name) {
    return new Place(title, Optional.of(folder.resolve(name)));
  }

  private static final Library.Downloader OFFLINE =
      (_, _) -> {
        throw new IOException("there is no network");
      };

  @Test
  void aCorpusIsLookedForInTheOrderOfThePlaces() throws IOException {
    Library library =
        new Library(
            List.of(
                new Place("--data-dir", Optional.empty()),
                place("first", "a"),
                place("./data", "b")),
            Optional.of(folder.resolve("cache")),
            OFFLINE);
    assertThat(library.find(NAMES)).isEmpty();
    Path inCache = file("cache/names.txt", "cached");
    assertThat(library.find(NAMES)).contains(inCache);
    Path inSecond = file("b/names.txt", "second");
    assertThat(library.find(NAMES)).contains(inSecond);
    Path inFirst = file("a/names.txt", "first");
    assertThat(library.find(NAMES)).contains(inFirst);
  }

  @Test
  void aFolderOfTheCorpusNameIsNoFile() throws IOException {
    Files.createDirectories(folder.resolve("a/names.txt"));
    Library library = Desk.offline(List.of(place("first", "a")));
    assertThat(library.find(NAMES)).isEmpty();
  }

  @Test
  void aFileOfAnotherHashIsNotTheCorpus() throws IOException {
    Path file = file("a/names.txt", "abc");
    Library library = Desk.offline(List.of(place("first", "a")));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> library.corpus("names"))
        .withMessage(
            """
            %s is not the corpus 'names': its SHA-256 is
              ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad, not
              0a30b5557f192f32ab962680889aac5f6fda0f4cecf40a6d0b5694f58ea8cc4d
            To train on a text of your own, say data: {type: lines, file: YOUR.txt}\
            """
                .formatted(file));
  }

  @Test
  void aMissingCorpusIsAnErrorThatNamesTheWaysToGetIt() {
    Library library =
        new Library(
            List.of(new Place("--data-dir", Optional.empty()), place("./data", "data")),
            Optional.of(folder.resolve("cache")),
            OFFLINE);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> library.corpus("names"))
        .withMessage(
            """
            the corpus 'names' is not here: no names.txt in
              --data-dir: (not given)
              ./data: %s
              the cache: %s
            and it could not be downloaded from
              https://raw.githubusercontent.com/karpathy/makemore/988aa59/names.txt: there is no network
            Download it yourself, save it as names.txt in one of these folders, or name its folder with --data-dir.
            Nothing is needed for the built-in corpus: --set data.corpus=given-names\
            """
                .formatted(folder.resolve("data"), folder.resolve("cache")));
  }

  @Test
  void anUnknownCorpusIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Desk.offline(List.of()).corpus("nomen"))
        .withMessage("no corpus 'nomen'; there are given-names, names, tinyshakespeare");
  }

  @Test
  void givenNamesAreBuiltIn() {
    Library.Text text = Desk.offline(List.of()).corpus("given-names");
    assertThat(text.origin()).isEqualTo("built in");
    assertThat(text.sha256()).isEqualTo(Corpora.known("given-names").sha256());
    assertThat(text.content()).endsWith("\n").hasSize(Math.toIntExact(text.bytes()));
    assertThat(text.content().lines().distinct())
        .hasSizeGreaterThanOrEqualTo(2_000)
        .hasSize(Math.toIntExact(text.content().lines().count()))
        .isSorted()
        .allMatch(name -> name.matches("[a-z]{2,}"));
  }

  @Test
  @Tag("needs-data")
  void theTwoPublicCorporaHaveTheirHashes() {
    Path data = NeededFile.shared("data/names.txt").resolveSibling("");
    NeededFile.shared("data/tinyshakespeare.txt");
    Library library = Desk.offline(List.of(new Place("--data-dir", Optional.of(data))));
    Library.Text names = library.corpus("names");
    assertThat(names.name()).isEqualTo("names");
    assertThat(names.origin()).isEqualTo(data.resolve("names.txt").toString());
    assertThat(names.content().lines()).hasSize(32_033).startsWith("emma", "olivia", "ava");
    assertThat(library.corpus("tinyshakespeare").bytes()).isEqualTo(1_115_394);
  }

  @Test
  void aPersonsFileIsReadAsItIs() throws IOException {
    Library.Text text = Desk.offline(List.of()).file(file("my.txt", "grüße\r\n"));
    assertThat(text.content()).isEqualTo("grüße\r\n");
    assertThat(text.bytes()).isEqualTo(9);
    assertThat(text.name()).isEqualTo(folder.resolve("my.txt").toString());
    assertThat(text.origin()).isEqualTo(folder.resolve("my.txt").toAbsolutePath().toString());
    assertThat(text.sha256()).hasSize(64);
  }

  @Test
  void anEmptyFileIsATextWithoutCharacters() throws IOException {
    Library.Text text = Desk.offline(List.of()).file(file("empty.txt", ""));
    assertThat(text.content()).isEmpty();
    assertThat(text.bytes()).isZero();
    assertThat(text.sha256())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void aFileThatIsNotThereOrNoFileIsAnError() {
    Path absent = folder.resolve("absent.txt");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Desk.offline(List.of()).file(absent))
        .withMessage("there is no file " + absent);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Desk.offline(List.of()).file(folder))
        .withMessage(folder + " is not a file");
  }

  @Test
  void bytesThatAreNotUtf8AreLocated() throws IOException {
    Path latin = folder.resolve("latin.txt");
    Files.write(latin, "one\ntwo\ngr\u00fc\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Desk.offline(List.of()).file(latin))
        .withMessage(latin + ", line 3: byte 0xfc at offset 10 is not UTF-8");
    Path cut = folder.resolve("cut.txt");
    Files.write(cut, new byte[] {'a', '\n', (byte) 0xe2, (byte) 0x82}); // two bytes of three
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Desk.offline(List.of()).file(cut))
        .withMessage(cut + ", line 2: byte 0xe2 at offset 2 is not UTF-8");
  }
}
