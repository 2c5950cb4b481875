package io.gradus.experiments.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A text that settings came from: a file, a built-in experiment, a `--set`, a default.
///
/// @param title what a person calls it
/// @param lines its lines, to be shown under an error
/// @param folder where relative paths in it begin; empty for a built-in experiment
/// @param file whether a line and a column mean something to a person
public record Source(String title, List<String> lines, Optional<Path> folder, boolean file) {
  private static final String DEFAULT = "default";

  public Source {
    lines = List.copyOf(lines);
  }

  /// A file, or what stands for one.
  public Source(String title, List<String> lines, Optional<Path> folder) {
    this(title, lines, folder, true);
  }

  /// A text that lies in a folder.
  public static Source of(String title, String text, Path folder) {
    return new Source(title, text.lines().toList(), Optional.of(folder));
  }

  /// What a person wrote behind an option; paths in it begin in the working directory.
  static Source option(String title, String text) {
    return new Source(title, text.lines().toList(), Optional.of(Path.of("")), false);
  }

  /// What a record says a setting is when nobody sets it.
  static Source defaults(String text) {
    return new Source(DEFAULT, text.lines().toList(), Optional.empty(), false);
  }

  /// Whether a person wrote it, rather than the author of a record.
  boolean written() {
    return file || !title.equals(DEFAULT);
  }
}
