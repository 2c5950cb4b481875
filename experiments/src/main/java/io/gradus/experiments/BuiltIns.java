package io.gradus.experiments;

import io.gradus.experiments.config.CodePlace;
import io.gradus.experiments.config.Document;
import io.gradus.experiments.config.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// The experiments that come with gradus, by name: `gpt/microgpt`.
public final class BuiltIns {
  private static final String FOLDER = "experiments/";

  private BuiltIns() {}

  /// All names, in order.
  public static List<String> names() {
    return files().stream()
        .filter(file -> file.endsWith(".yaml"))
        .map(file -> file.replaceFirst("\\.yaml$", ""))
        .sorted()
        .toList();
  }

  /// The files below the experiments' folder in the jar, or in the classes of a build.
  private static List<String> files() {
    String folder = BuiltIns.class.getPackageName().replace('.', '/') + "/" + FOLDER;
    Path place = CodePlace.of(BuiltIns.class).path();
    try {
      if (Files.isDirectory(place)) {
        Path root = place.resolve(folder);
        try (Stream<Path> files = Files.walk(root, 2)) {
          return files.map(file -> root.relativize(file).toString().replace('\\', '/')).toList();
        }
      }
      try (JarFile jar = new JarFile(place.toFile())) {
        return jar.stream()
            .map(JarEntry::getName)
            .filter(name -> name.startsWith(folder))
            .map(name -> name.substring(folder.length()))
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the experiments in " + place, e);
    }
  }

  /// The experiment of this name.
  static Optional<Document> find(String name) {
    return name.matches("[a-z0-9-]+/[a-z0-9-]+")
        ? text(FOLDER + name + ".yaml").map(text -> new BuiltIn(name, text))
        : Optional.empty();
  }

  private static Optional<String> text(String resource) {
    try (InputStream in = BuiltIns.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource + " in the jar", e);
    }
  }

  private record BuiltIn(String name, String text) implements Document {
    @Override
    public Source source() {
      return new Source(name + ".yaml", text.lines().toList(), Optional.empty());
    }

    @Override
    public Optional<Document> sibling(String reference) {
      String family = name.substring(0, name.indexOf('/') + 1);
      String sibling = family + reference.replaceFirst("\\.yaml$", "");
      return find(sibling);
    }
  }
}
