package io.gradus.cli;

import io.gradus.data.HttpDownloader;
import io.gradus.data.Library;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The folders around a command.
///
/// @param data what `$GRADUS_DATA` names
/// @param cache where downloads are kept
record Surroundings(Optional<Path> data, Optional<Path> cache) {
  /// As the environment of the process says.
  static Surroundings system() {
    Optional<Path> home =
        folder(System.getenv("HOME")).or(() -> folder(System.getProperty("user.home")));
    Optional<Path> caches =
        folder(System.getenv("XDG_CACHE_HOME")).or(() -> home.map(path -> path.resolve(".cache")));
    return new Surroundings(
        folder(System.getenv("GRADUS_DATA")), caches.map(path -> path.resolve("gradus")));
  }

  private static Optional<Path> folder(@Nullable String name) {
    return Optional.ofNullable(name).filter(text -> !text.isBlank()).map(Path::of);
  }

  /// Where texts are looked for, with the folder of `--data-dir` first.
  Library library(Optional<Path> dataDir) {
    return new Library(
        List.of(
            new Library.Place("--data-dir", dataDir),
            new Library.Place("$GRADUS_DATA", data),
            new Library.Place("the data folder here", Optional.of(Path.of("data")))),
        cache,
        new HttpDownloader());
  }
}
