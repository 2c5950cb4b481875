package io.gradus.tensor;

import java.nio.file.Path;
import java.util.Optional;

/// What PyTorch computed and drew: the file that `-Dgradus.goldens` names, else the shared one.
public final class GoldenFile {
  private GoldenFile() {}

  /// Where it is; without it the test is skipped, or fails where it is demanded.
  public static Path path() {
    return Optional.ofNullable(System.getProperty("gradus.goldens"))
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .orElseGet(() -> NeededFile.shared("reference/torch-goldens.json"));
  }
}
