package io.gradus.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folders of plugins: those of `--plugin-path`, or else of `$GRADUS_PLUGINS`; never the
/// current folder, where a stranger's code may lie.
///
/// Read before the command is, because plugins are part of what a command is made of.
final class PluginPath {
  static final String OPTION = "--plugin-path";
  static final String VARIABLE = "GRADUS_PLUGINS";

  private PluginPath() {}

  static List<Path> of(String... args) {
    List<String> given = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(OPTION + "=")) {
        given.add(args[i].substring(OPTION.length() + 1));
      } else if (args[i].equals(OPTION) && i + 1 < args.length) {
        given.add(args[i + 1]);
      }
    }
    Stream<String> texts =
        given.isEmpty() ? Optional.ofNullable(System.getenv(VARIABLE)).stream() : given.stream();
    return texts
        .flatMap(text -> Arrays.stream(text.split(File.pathSeparator, -1)))
        .filter(text -> !text.isBlank())
        .map(Path::of)
        .toList();
  }
}
