package io.gradus.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Makes jars of plugins, as their authors' builds do.
final class PluginJar {
  private PluginJar() {}

  /// Everything on this process' class path that can stand on a module path.
  static String modulePath() {
    return String.join(
        File.pathSeparator,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.endsWith("test-classes") && !entry.contains("kernels-vector"))
            .toList());
  }

  /// A module with a package, a catalog that offers `name`, and a layer that leaves all as it is.
  static Map<String, String> sources(String module, String name) {
    return Map.of(
        "module-info.java",
        """
        module %1$s {
          requires io.gradus.nn;
          exports %1$s;
          provides io.gradus.plugin.Catalog with %1$s.Names;
        }
        """
            .formatted(module),
        module + "/Names.java",
        """
        package %s;
        public final class Names implements io.gradus.plugin.Catalog {
          @Override public java.util.Map<String, Class<? extends Record>> types() {
            return java.util.Map.of("%s", Same.class);
          }
        }
        """
            .formatted(module, name),
        module + "/Same.java",
        """
        package %s;
        import io.gradus.nn.*;
        @io.gradus.plugin.Doc("leaves everything as it is")
        public record Same() implements Layer, LayerSpec {
          @Override public Signal infer(Signal in) { return in; }
          @Override public Layer attach(Signal in, Init init) { return this; }
          @Override public io.gradus.tensor.Tensor apply(io.gradus.tensor.Tensor x, Pass pass) {
            return x;
          }
        }
        """
            .formatted(module));
  }

  /// Compiles sources by their names and packs them.
  ///
  /// @param manifest lines of it
  static Path of(Path jar, Map<String, String> sources, String... manifest) throws IOException {
    return of(jar, written(sources), modulePath(), manifest);
  }

  private static List<Path> written(Map<String, String> sources) throws IOException {
    Path work = Files.createTempDirectory("plugin");
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = work.resolve("src").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    return files;
  }

  /// Compiles files and packs them.
  static Path of(Path jar, List<Path> sources, String... manifest) throws IOException {
    return of(jar, sources, modulePath(), manifest);
  }

  /// As [#of], where the sources need one more jar.
  static Path withModules(Path jar, Map<String, String> sources, Path needed, String... manifest)
      throws IOException {
    String path = modulePath() + File.pathSeparator + needed;
    return of(jar, written(sources), path, manifest);
  }

  private static Path of(Path jar, List<Path> sources, String path, String... manifest)
      throws IOException {
    Path work = Files.createTempDirectory("classes");
    List<String> words = new ArrayList<>(List.of("--module-path", path, "-d", work.toString()));
    sources.forEach(source -> words.add(source.toString()));
    run("javac", words);
    Path lines = Files.writeString(work.resolve("MANIFEST.MF"), String.join("\n", manifest) + "\n");
    Files.createDirectories(jar.getParent());
    run(
        "jar",
        List.of(
            "--create",
            "--file",
            jar.toString(),
            "--manifest",
            lines.toString(),
            "--date",
            "2026-01-01T00:00:00Z",
            "-C",
            work.toString(),
            "."));
    return jar;
  }

  private static void run(String tool, List<String> words) {
    var said = new StringWriter();
    var out = new PrintWriter(said);
    int code =
        ToolProvider.findFirst(tool).orElseThrow().run(out, out, words.toArray(String[]::new));
    if (code != 0) {
      throw new AssertionError(tool + ": " + said);
    }
  }
}
