package io.gradus.cli;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where data are looked for.
final class DataOptions {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where corpora are looked for first.")
  private Optional<Path> dataDir = Optional.empty();

  @Inject
  DataOptions() {}

  Optional<Path> dataDir() {
    return dataDir;
  }
}
