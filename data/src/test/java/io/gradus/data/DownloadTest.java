package io.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Downloads from a server on this machine.
class DownloadTest {
  private static final byte[] TEXT = "0123456789".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private Loopback server;

  @BeforeEach
  void serve() throws IOException {
    server = new Loopback();
    server.answer("/text", "200 OK", "", TEXT);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  /// A library that finds whatever it wants at one path of this server.
  private Library library(String path) {
    return new Library(
        List.of(),
        Optional.of(folder.resolve("cache")),
        (_, largest) -> new HttpDownloader().fetch(server.at(path), largest));
  }

  @Test
  void theBytesBehindAnAddressAreFetched() throws IOException, InterruptedException {
    assertThat(new HttpDownloader().fetch(server.at("/text"), 1_000)).isEqualTo(TEXT);
    assertThat(new HttpDownloader().fetch(server.at("/text"), 10)).isEqualTo(TEXT);
  }

  @Test
  void redirectsAreFollowed() throws IOException, InterruptedException {
    server.answer("/moved", "302 Found", "Location: " + server.at("/text"), new byte[0]);
    assertThat(new HttpDownloader().fetch(server.at("/moved"), 10)).isEqualTo(TEXT);
  }

  @Test
  void anotherAnswerThanOkIsAnError() {
    assertThatIOException()
        .isThrownBy(() -> new HttpDownloader().fetch(server.at("/gone"), 1_000))
        .withMessage("the server answered 404");
  }

  @Test
  void moreThanTheLargestIsAnError() {
    assertThatIOException()
        .isThrownBy(() -> new HttpDownloader().fetch(server.at("/text"), 9))
        .withMessage("it is larger than 9 bytes");
  }

  @Test
  void aFailedDownloadSaysWhy() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> library("/gone").corpus("names"))
        .withMessageContaining("names.txt: the server answered 404")
        .withMessageContaining("the cache: " + folder.resolve("cache"));
  }

  @Test
  void aDownloadOfAnotherHashIsRefusedAndNotKept() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> library("/text").corpus("names"))
        .withMessageStartingWith(
            "https://raw.githubusercontent.com/karpathy/makemore/988aa59/names.txt is not the"
                + " corpus 'names': its SHA-256 is");
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  @Tag("needs-data")
  void aDownloadIsKeptForTheNextTime() throws IOException {
    byte[] names = Files.readAllBytes(NeededFile.shared("data/names.txt"));
    server.answer("/names", "200 OK", "", names);
    Library.Text downloaded = library("/names").corpus("names");
    assertThat(downloaded.origin())
        .isEqualTo("https://raw.githubusercontent.com/karpathy/makemore/988aa59/names.txt");
    Path kept = folder.resolve("cache/names.txt");
    assertThat(kept).hasBinaryContent(names);
    assertThat(folder.resolve("cache")).isDirectoryNotContaining("glob:**.part");

    Library.Text again = library("/gone").corpus("names"); // found before it would be fetched
    assertThat(again.origin()).isEqualTo(kept.toString());
    assertThat(again.content()).isEqualTo(downloaded.content());
  }

  @Test
  @Tag("needs-data")
  void aCacheThatCannotBeWrittenDoesNotStopTheRun() throws IOException {
    byte[] names = Files.readAllBytes(NeededFile.shared("data/names.txt"));
    server.answer("/names", "200 OK", "", names);
    Files.writeString(folder.resolve("cache"), "a file where a folder should be");
    assertThat(library("/names").corpus("names").bytes()).isEqualTo(names.length);
  }
}
