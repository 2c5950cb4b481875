package io.gradus.cli;

import io.gradus.data.Library;
import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.Loaded;
import io.gradus.experiments.config.Composer.Assignment;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.run.Code;
import io.gradus.experiments.run.RunListener;
import io.gradus.experiments.run.RunReport;
import io.gradus.experiments.run.Runner;
import io.gradus.experiments.run.Telemetry;
import io.gradus.plugin.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/// A runner like the command's own, for what a command cannot be told: when to stop.
final class Lab {
  private static final List<Catalog> CATALOGS =
      ServiceLoader.load(Catalog.class).stream().map(ServiceLoader.Provider::get).toList();
  private static final RunListener NOBODY = new RunListener() {};

  static final ExperimentLoader LOADER = new ExperimentLoader(Registry.of(CATALOGS));

  private Lab() {}

  static Loaded load(String experiment, String... settings) {
    List<Assignment> assignments =
        Arrays.stream(settings).map(text -> new Assignment("--set", text)).toList();
    return LOADER.load(experiment, assignments);
  }

  static Runner runner(Function<String, Telemetry> telemetry) {
    var library =
        new Library(
            List.of(),
            Optional.empty(),
            (address, _) -> {
              throw new IOException("no download in a test: " + address);
            });
    return new Runner(
        LOADER, library, Code.of(CATALOGS, new TreeMap<>()), Optional.empty(), telemetry);
  }

  static RunReport run(Loaded experiment, Path out) {
    return runner(Telemetry::prometheus).run(experiment, out, NOBODY, () -> false);
  }

  /// Runs, and asks to stop after so many steps.
  static RunReport interrupt(int steps, Loaded experiment, Path out) {
    return runner(Telemetry::prometheus).run(experiment, out, NOBODY, after(steps));
  }

  static RunReport resume(Path folder, BooleanSupplier stop) {
    return runner(Telemetry::prometheus).resume(folder, NOBODY, stop);
  }

  /// True from the question after so many steps on.
  static BooleanSupplier after(int steps) {
    var asked = new AtomicInteger();
    return () -> asked.getAndIncrement() >= steps;
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The names of what lies in a folder, in order.
  static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
