package io.gradus.nn.layers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// A file that is not in the repository, from the folder `shared` beside or above this one.
final class NeededFile {
  private NeededFile() {}

  /// The file; where it is absent, the test is skipped, or fails if `gradus.demandData` is `true`.
  static Path shared(String path) {
    Optional<Path> file =
        Stream.iterate(
                Optional.of(Path.of("").toAbsolutePath()),
                Optional::isPresent,
                folder -> folder.map(Path::getParent))
            .flatMap(Optional::stream)
            .map(folder -> folder.resolve("shared").resolve(path))
            .filter(Files::isRegularFile)
            .findFirst();
    String missing = "no shared/" + path + " beside or above " + Path.of("").toAbsolutePath();
    if (Boolean.getBoolean("gradus.demandData")) {
      Assertions.assertTrue(file.isPresent(), missing);
    }
    Assumptions.assumeTrue(file.isPresent(), missing);
    return file.orElseThrow();
  }
}
