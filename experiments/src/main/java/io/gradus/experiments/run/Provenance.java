package io.gradus.experiments.run;

import io.gradus.data.Library;
import io.gradus.tensor.Compute;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a run was made with, as `provenance.json` says.
///
/// @param experiment the built-in name or the file
/// @param gradus the version
/// @param commit of the checkout, with `+` behind it where files were changed; empty outside one
/// @param jars see [Code]
/// @param plugins see [Code]
/// @param random the root seed, where there is one
/// @param data every text that was read
public record Provenance(
    String experiment,
    String gradus,
    String commit,
    SortedMap<String, String> jars,
    SortedMap<String, String> plugins,
    String jdk,
    String system,
    String processor,
    int processors,
    String kernels,
    int threads,
    Optional<Long> random,
    List<DataFile> data) {
  static final String FILE = "provenance.json";

  /// One text that was read.
  public record DataFile(String name, String origin, String sha256, long bytes) {
    static DataFile of(Library.Text text) {
      return new DataFile(text.name(), text.origin(), text.sha256(), text.bytes());
    }
  }

  public Provenance {
    jars = new TreeMap<>(jars);
    plugins = new TreeMap<>(plugins);
    data = List.copyOf(data);
  }

  /// What this process runs with.
  static Provenance now(
      String experiment,
      Code code,
      Optional<Path> checkout,
      Optional<Long> seed,
      List<DataFile> data) {
    return new Provenance(
        experiment,
        Code.version(),
        checkout.map(Provenance::commitOf).orElse(""),
        code.jars(),
        code.plugins(),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        Compute.current().kernels().name(),
        Compute.current().threads(),
        seed,
        data);
  }

  private static String processorName() {
    Path file = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(file)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.replaceFirst(".*:\\s*", ""))
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException _) {
      return System.getProperty("os.arch"); // a name for people; nothing depends on it
    }
  }

  private static String commitOf(Path checkout) {
    String head = git(checkout, "rev-parse", "HEAD");
    return head.isEmpty() || git(checkout, "status", "--porcelain").isEmpty() ? head : head + "+";
  }

  private static String git(Path checkout, String... words) {
    List<String> command =
        Stream.concat(Stream.of("git", "-C", checkout.toString()), Stream.of(words)).toList();
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? out.strip() : "";
    } catch (IOException _) {
      return ""; // no git here: then there is no commit to name
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
