package io.gradus.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The 32 033 names in the order of Python's `random.seed(42); random.shuffle(docs)`.
@Tag("needs-data")
class PublishedShuffleTest {
  @Test
  void namesComeInTheOrderOfPython() throws IOException {
    Optional<Path> names = names();
    Assumptions.assumeTrue(names.isPresent(), "no shared/data/names.txt beside or above here");
    List<String> shuffled = new ArrayList<>(Files.readAllLines(names.orElseThrow()));
    new CPython(42).shuffle(shuffled);
    assertThat(shuffled)
        .hasSize(32_033)
        .startsWith(
            "yuheng",
            "diondre",
            "xavien",
            "jori",
            "juanluis",
            "erandi",
            "phia",
            "samatha",
            "phoenix",
            "emmelynn",
            "hollan",
            "hollis")
        .endsWith("opal", "zaylynn", "yovani");
  }

  private static Optional<Path> names() {
    return Stream.iterate(
            Optional.of(Path.of("").toAbsolutePath()),
            Optional::isPresent,
            folder -> folder.map(Path::getParent))
        .flatMap(Optional::stream)
        .map(folder -> folder.resolve("shared/data/names.txt"))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
