package io.gradus.experiments.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A run read back from its folder, ended or not.
///
/// @param provenance empty where a process was killed before it wrote it
/// @param samples what a language model wrote
/// @param result empty where a process was killed before the end
/// @param time how long its processes worked on it, by its log; empty where none came to an end
public record RecordedRun(
    Path folder,
    Optional<Provenance> provenance,
    Metrics metrics,
    List<String> samples,
    Optional<Result> result,
    Optional<Duration> time) {

  /// Reads the run in a folder; a [SetupException] says why there is none.
  public static RecordedRun open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new SetupException("there is no folder " + folder);
    }
    if (!Files.isRegularFile(folder.resolve(RunDirectory.EXPERIMENT))) {
      throw new SetupException(
          folder + " is not the folder of a run: it has no " + RunDirectory.EXPERIMENT);
    }
    try {
      Path provenance = folder.resolve(Provenance.FILE);
      return new RecordedRun(
          folder,
          Files.isRegularFile(provenance)
              ? Optional.of(Json.read(provenance, Provenance.class))
              : Optional.empty(),
          MetricsLog.read(folder.resolve(MetricsLog.FILE)),
          RunFiles.samples(folder).orElse(List.of()),
          RunDirectory.result(folder),
          RunLog.time(folder));
    } catch (RunException e) {
      throw new SetupException(String.valueOf(e.getMessage()));
    }
  }

  /// The same, where it ended and all that it left is there; a [SetupException] otherwise.
  public RecordedRun requireEnd() {
    if (result.isEmpty() || result.get().status().equals(Result.INTERRUPTED)) {
      throw new SetupException(
          "%s was interrupted; let it end first: gradus resume %s".formatted(folder, folder));
    }
    requireFile(Provenance.FILE);
    requireFile(MetricsLog.FILE);
    checkpoint().ifPresent(RecordedRun::requireSound);
    return this;
  }

  private static void requireSound(Path checkpoint) {
    try (TensorFile _ = TensorFile.open(checkpoint)) {
      // the header is read, and held against the file
    } catch (RunException e) {
      throw new SetupException(String.valueOf(e.getMessage()));
    }
  }

  private void requireFile(String name) {
    if (!Files.isRegularFile(folder.resolve(name))) {
      throw new SetupException("%s is not a whole run: it has no %s".formatted(folder, name));
    }
  }

  /// `complete`, `interrupted`, `diverged`, or `unfinished` where the run has no result.
  public String status() {
    return result.map(Result::status).orElse("unfinished");
  }

  /// The experiment in full.
  public Path experiment() {
    return folder.resolve(RunDirectory.EXPERIMENT);
  }

  /// The file of the model's numbers, where there is one.
  public Optional<Path> checkpoint() {
    return Optional.of(folder.resolve(Checkpoint.FILE)).filter(Files::isRegularFile);
  }
}
