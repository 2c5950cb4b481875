package io.gradus.experiments.run;

import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.Loaded;
import io.gradus.experiments.config.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The experiment that a run's folder holds.
public final class RecordedExperiment {
  private RecordedExperiment() {}

  /// Loads it; where it cannot be understood without a plugin that the run had, a [SetupException]
  /// names the plugin.
  public static Loaded load(Path folder, ExperimentLoader loader) {
    try {
      return loader.load(folder.resolve(RunDirectory.EXPERIMENT).toString(), List.of());
    } catch (ConfigException e) {
      List<String> missing = missing(folder, loader.jars());
      if (missing.isEmpty()) {
        throw e;
      }
      throw new SetupException(
          "%s was made with %s, which is not here; --plugin-path names a folder of plugins\n\n%s"
              .formatted(folder, String.join(" and ", missing), e.getMessage()));
    }
  }

  /// The plugins that the run was made with, and that are not among these jars.
  private static List<String> missing(Path folder, Set<String> here) {
    Path file = folder.resolve(Provenance.FILE);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    Provenance made = Json.read(file, Provenance.class);
    return made.plugins().entrySet().stream()
        .filter(plugin -> !here.contains(plugin.getKey().replaceFirst(".*/", "")))
        .map(plugin -> "the plugin %s (SHA-256 %s)".formatted(plugin.getKey(), plugin.getValue()))
        .toList();
  }
}
