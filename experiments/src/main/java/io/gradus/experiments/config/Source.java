package io.gradus.experiments.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A text that settings came from: a file, a built-in experiment, a `--set`, a default.
///
/// @param title what a person calls it
/// @param lines its lines, to be shown under an error
/// @param folder where relative paths in it begin; empty for a built-in experiment
public record Source(String title, List<String> lines, Optional<Path> folder) {
  public Source {
    lines = List.copyOf(lines);
  }

  /// A text that lies in a folder.
  public static Source of(String title, String text, Path folder) {
    return new Source(title, text.lines().toList(), Optional.of(folder));
  }

  /// What a record says a setting is when nobody sets it.
  static Source defaults(String text) {
    return new Source("default", text.lines().toList(), Optional.empty());
  }
}
