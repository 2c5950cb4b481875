package io.gradus.cli;

import io.gradus.experiments.run.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/// A Maven project with one layer, ready to be built and changed.
///
/// @param name of the layer in experiment files
/// @param type of its class
/// @param module its module and package
record PluginProject(String name, String type, String module) {
  private static final String FOLDER = "plugin/";

  /// The project of a layer of this name.
  ///
  /// @throws IllegalArgumentException if it is no name for a layer
  static PluginProject of(String name) {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "'%s' is not lower-case words joined by -, such as my-layer".formatted(name));
    }
    String type =
        Arrays.stream(name.split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    String last = name.replace("-", "");
    String module = "org.example." + (SourceVersion.isKeyword(last) ? last + "layer" : last);
    return new PluginProject(name, type, module);
  }

  /// How many entries a folder has.
  static long entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /// Writes all files.
  void write(Path folder) {
    files().forEach((file, template) -> write(folder.resolve(file), filled(template)));
  }

  private Map<String, String> files() {
    String code = "src/main/java/";
    String path = module.replace('.', '/') + "/" + type;
    Map<String, String> files = new LinkedHashMap<>();
    files.put("README.md", "README.md.txt");
    files.put("pom.xml", "pom.xml.txt");
    files.put(".gitignore", "gitignore.txt");
    files.put(name + ".yaml", "experiment.yaml.txt");
    files.put(code + "module-info.java", "module-info.java.txt");
    files.put(code + path + ".java", "Layer.java.txt");
    files.put(code + path + "Catalog.java", "Catalog.java.txt");
    files.put("src/main/resources/META-INF/services/io.gradus.plugin.Catalog", "services.txt");
    files.put("src/test/java/" + path + "Test.java", "Test.java.txt");
    files.put("src/test/java/" + path + "CatalogTest.java", "CatalogTest.java.txt");
    return files;
  }

  private String filled(String template) {
    String version = Code.version();
    return text(template)
        .replace("{name}", name)
        .replace("{Type}", type)
        .replace("{package}", module)
        .replace("{path}", module.replace('.', '/'))
        .replace("{version}", version)
        .replace("{range}", range(version));
  }

  /// Up to the next minor version, which may change what a plugin calls.
  private static String range(String version) {
    String[] numbers = version.split("[.-]", -1);
    int minor = Integer.parseInt(numbers[1]);
    return "[%s.%d,%s.%d)".formatted(numbers[0], minor, numbers[0], minor + 1);
  }

  private static String text(String template) {
    try (InputStream in = PluginProject.class.getResourceAsStream(FOLDER + template)) {
      if (in == null) {
        throw new IllegalStateException("the jar has no " + FOLDER + template);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + template + " in the jar", e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /// What to do next, for the terminal.
  ///
  /// @param gradus what a person types to start it
  /// @param checkout where gradus is built from, if it is known
  String farewell(Path folder, String gradus, Optional<Path> checkout) {
    String sources = checkout.map(path -> "cd %s && ".formatted(path)).orElse("");
    return """
    %1$s holds the layer '%2$s'. What to do next:

      (%6$smvn install -DskipTests)    once, so that Maven finds gradus
      cd %1$s
      mvn verify    builds it and tries it
      %5$s plugin verify target/%2$s-1.0.0.jar
      %5$s types layer %2$s --plugin-path target
      %5$s run %2$s.yaml --plugin-path target
      %5$s reproduce RUN --plugin-path target    with the folder that run has printed

    Its formula is in %3$s/%4$s.java;
    change it, and say mvn verify and run again.
    """
        .formatted(
            folder, name, "src/main/java/" + module.replace('.', '/'), type, gradus, sources);
  }
}
