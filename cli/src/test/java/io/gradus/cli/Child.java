package io.gradus.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/// `gradus` in a process of its own, with the class path of this one.
record Child(Process process, Path out, Path err) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// Starts it.
  ///
  /// @param folder where its output is kept
  /// @param flags for the virtual machine
  static Child start(Path folder, List<String> flags, Object... words) throws IOException {
    List<String> place = List.of("-cp", System.getProperty("java.class.path"));
    return process(folder, List.of(place, flags, List.of(Main.class.getName())), words);
  }

  /// Starts it on the module path, as the launcher does, and waits for its end.
  static Called ofModules(Path folder, Object... words) throws IOException, InterruptedException {
    List<String> place = List.of("--module-path", PluginJar.modulePath());
    try (Child child =
        process(
            folder,
            List.of(place, List.of("--module", "io.gradus.cli/io.gradus.cli.Main")),
            words)) {
      return child.end();
    }
  }

  private static Child process(Path folder, List<List<String>> options, Object... words)
      throws IOException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        Stream.of(
                Stream.of(java, "-XX:+UseSerialGC"),
                options.stream().flatMap(List::stream),
                Stream.of(words).map(Object::toString))
            .flatMap(Function.identity())
            .toList();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .redirectInput(new File("/dev/null"))
            .start();
    return new Child(process, out, err);
  }

  /// Waits for its end.
  Called end() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the process did not end in time");
    }
    return new Called(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /// Waits until something holds while the process lives.
  void await(BooleanSupplier something) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!something.getAsBoolean()) {
      if (!process.isAlive() || Instant.now().isAfter(deadline)) {
        process.destroyForcibly();
        throw new AssertionError("it never came to that: " + end().err());
      }
      process.waitFor(5, TimeUnit.MILLISECONDS);
    }
  }

  /// Leaves no process behind, however the test ends.
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
