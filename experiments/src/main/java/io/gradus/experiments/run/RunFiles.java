package io.gradus.experiments.run;

import io.gradus.experiments.Experiment;
import io.gradus.experiments.Loaded;
import io.gradus.graph.Graph;
import io.gradus.nn.Model;
import io.gradus.nn.Slice;
import io.micrometer.core.instrument.LongTaskTimer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Writes the files of one run, `result.json` last.
final class RunFiles {
  private static final String SAMPLES = "samples.txt";

  private final RunDirectory directory;
  private final Loaded loaded;
  private final Code code;
  private final Optional<Path> checkout;
  private final Telemetry telemetry;
  private final LongTaskTimer.Sample active;

  RunFiles(
      RunDirectory directory,
      Loaded loaded,
      Code code,
      Optional<Path> checkout,
      Telemetry telemetry) {
    this.directory = directory;
    this.loaded = loaded;
    this.code = code;
    this.checkout = checkout;
    this.telemetry = telemetry;
    this.active = telemetry.begin();
  }

  /// The root seed of an experiment, where it has one.
  static Optional<Long> seedOf(Experiment experiment) {
    return switch (experiment) {
      case Experiment.Trained trained -> Optional.of(trained.seed());
      case Experiment.Counted counted -> Optional.of(counted.seed());
      case Experiment.Traced _ -> Optional.empty();
    };
  }

  /// The experiment, and the text that states it.
  Loaded loaded() {
    return loaded;
  }

  Path folder() {
    return directory.folder();
  }

  Path target() {
    return directory.target();
  }

  /// Writes what is known before the first step, where it is not there from before.
  void begin(List<Provenance.DataFile> data) {
    if (Files.isRegularFile(directory.folder().resolve(Provenance.FILE))) {
      requireSameData(data);
      log("begun again");
      return;
    }
    directory.write(RunDirectory.EXPERIMENT, loaded.yaml());
    Optional<Long> seed = seedOf(loaded.experiment());
    Provenance now = Provenance.now(loaded.title(), code, checkout, seed, data);
    directory.write(Provenance.FILE, Json.pretty(now));
    log("begun with gradus %s on %s".formatted(now.gradus(), now.jdk()));
  }

  /// The checkpoint that is there, where a run goes on.
  Optional<Checkpoint> checkpoint() {
    Path file = directory.folder().resolve(Checkpoint.FILE);
    return Files.isRegularFile(file) ? Optional.of(Checkpoint.read(file)) : Optional.empty();
  }

  /// Refuses to go on with other data than the run began with.
  void requireSameData(List<Provenance.DataFile> data) {
    List<String> then = begun().data().stream().map(Provenance.DataFile::sha256).toList();
    if (!then.equals(data.stream().map(Provenance.DataFile::sha256).toList())) {
      throw new RunException("the data have changed since this run began; it cannot go on");
    }
  }

  /// The jars that are not what they were when the run began; none for a run that begins.
  List<String> changedJars() {
    if (!Files.isRegularFile(directory.folder().resolve(Provenance.FILE))) {
      return List.of();
    }
    Provenance before = begun();
    return Stream.concat(
            changed(before.jars(), code.jars()), changed(before.plugins(), code.plugins()))
        .toList();
  }

  private static Stream<String> changed(
      SortedMap<String, String> before, SortedMap<String, String> now) {
    return now.entrySet().stream()
        .filter(jar -> !jar.getValue().equals(before.get(jar.getKey())))
        .map(Map.Entry::getKey);
  }

  private Provenance begun() {
    return Json.read(directory.folder().resolve(Provenance.FILE), Provenance.class);
  }

  /// Saves a state under a name in the run's folder.
  void save(Checkpoint checkpoint, String name) {
    directory.write(name, checkpoint.stored()::writeTo);
  }

  /// Saves parameters and buffers alone, for those who want to watch them.
  void recordWeights(int step, SortedMap<String, TensorBytes> numbers) {
    SortedMap<String, String> metadata = new TreeMap<>(Map.of("step", Integer.toString(step)));
    directory.write(
        "weights/step-%09d.safetensors".formatted(step),
        new SafeTensors(numbers, metadata)::writeTo);
  }

  void samples(List<String> samples) {
    directory.write(SAMPLES, samples.isEmpty() ? "" : String.join("\n", samples) + "\n");
  }

  /// The samples that were written before.
  List<String> samples() {
    return samples(directory.folder())
        .orElseThrow(() ->
            new RunException(
                "cannot read " + directory.folder().resolve(SAMPLES) + ": it is gone"));
  }

  /// The samples in a folder; empty where there is no file of them.
  static Optional<List<String>> samples(Path folder) {
    Path file = folder.resolve(SAMPLES);
    try {
      String text = Files.readString(file);
      return Optional.of(
          text.isEmpty()
              ? List.of()
              : List.of(text.substring(0, text.length() - 1).split("\n", -1)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new RunException("cannot read " + file + ": " + e.getMessage());
    }
  }

  void write(String name, String text) {
    directory.write(name, text);
  }

  /// Notes a moment in `run.log`, for people.
  void log(String event) {
    try {
      Files.writeString(
          directory.folder().resolve(RunLog.FILE),
          Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + event + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw RunDirectory.cannotWrite(directory.folder().resolve(RunLog.FILE), e);
    }
  }

  /// Writes how it ended, and lets a repetition take its place.
  ///
  /// @param reason why it ended before its last step, where it did
  RunReport end(
      String status,
      int steps,
      Metrics metrics,
      Model model,
      List<String> samples,
      Optional<String> reason) {
    return end(
        status,
        steps,
        metrics,
        model.parameters(),
        model.buffers(),
        samples,
        reason,
        Optional.empty());
  }

  /// Writes how it ended, and lets a repetition take its place.
  ///
  /// @param buffers what belongs to the digest without being a parameter
  /// @param reason why it ended before its last step, where it did
  RunReport end(
      String status,
      int steps,
      Metrics metrics,
      List<Slice> parameters,
      List<Slice> buffers,
      List<String> samples,
      Optional<String> reason,
      Optional<Graph> graph) {
    long count = parameters.stream().mapToLong(Slice::size).sum();
    String digest = Digest.of(Stream.concat(parameters.stream(), buffers.stream()).toList());
    Result result = new Result(status, steps, metrics.last(), count, digest, reason.orElse(""));
    telemetry.end(active, status, loaded.experiment().name());
    directory.write("metrics.prom", telemetry.scrape());
    log("%s after step %d, digest %s".formatted(status, steps, result.digest()));
    directory.write(RunDirectory.RESULT, Json.pretty(result));
    Optional<Result> earlier = directory.earlier();
    if (!status.equals(Result.INTERRUPTED)) {
      directory.replace();
    }
    return new RunReport(directory.target(), result, metrics, samples, earlier, graph);
  }
}
