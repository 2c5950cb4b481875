package io.gradus.experiments.run;

import io.gradus.data.Library;
import io.gradus.experiments.Experiment;
import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.Loaded;
import io.gradus.experiments.config.ConfigText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Runs experiments, each in a folder of its own.
public final class Runner {
  private final ExperimentLoader loader;
  private final Library library;
  private final Code code;
  private final Optional<Path> checkout;
  private final Function<String, Telemetry> telemetry;

  /// A runner.
  ///
  /// @param checkout the source folder that this gradus was built from, where there is one
  /// @param telemetry makes the meters for an experiment's name
  public Runner(
      ExperimentLoader loader,
      Library library,
      Code code,
      Optional<Path> checkout,
      Function<String, Telemetry> telemetry) {
    this.loader = loader;
    this.library = library;
    this.code = code;
    this.checkout = checkout;
    this.telemetry = telemetry;
  }

  /// Runs an experiment in `out/<name>/<run id>`.
  ///
  /// @param stop asked between two steps; true leaves the run interrupted, to be resumed
  public RunReport run(Loaded loaded, Path out, RunListener listener, BooleanSupplier stop) {
    Path target = out.resolve(loaded.experiment().name()).resolve(runId(loaded));
    try (RunDirectory directory = RunDirectory.begin(target)) {
      return run(loaded, directory, listener, stop);
    }
  }

  /// Goes on with an interrupted run.
  public RunReport resume(Path folder, RunListener listener, BooleanSupplier stop) {
    try (RunDirectory directory = RunDirectory.reopen(folder)) {
      Optional<Result> result = RunDirectory.result(folder);
      if (result.isPresent() && !result.get().status().equals(Result.INTERRUPTED)) {
        throw new SetupException(
            folder + " is " + result.get().status() + "; there is nothing to resume");
      }
      Loaded loaded = RecordedExperiment.load(folder, loader);
      return run(loaded, directory, listener, stop);
    }
  }

  private RunReport run(
      Loaded loaded, RunDirectory directory, RunListener listener, BooleanSupplier stop) {
    try (Telemetry meters = telemetry.apply(loaded.experiment().name())) {
      var files = new RunFiles(directory, loaded, code, checkout, meters);
      return switch (loaded.experiment()) {
        case Experiment.Trained trained ->
            new TrainedRun(
                    trained,
                    files,
                    library,
                    meters,
                    listener,
                    stop,
                    layer -> loader.nameOf("layer", layer))
                .run();
        case Experiment.Counted counted ->
            new CountedRun(counted, files, library, listener, stop).run();
        case Experiment.Traced traced -> new TracedRun(traced, files, listener).run();
      };
    }
  }

  /// Names the resolved experiment and the code, then the seed. What is said about an experiment,
  /// what is expected of it, and where its numbers go too, does not make it another run.
  private String runId(Loaded loaded) {
    MessageDigest sha = Digest.sha256();
    String settings =
        ConfigText.of(loaded.node().without("about").without("trackers").without("expect"));
    sha.update(settings.getBytes(StandardCharsets.UTF_8));
    sha.update(code.identity().getBytes(StandardCharsets.UTF_8));
    String hash = HexFormat.of().formatHex(sha.digest(), 0, 6);
    return RunFiles.seedOf(loaded.experiment()).map(seed -> hash + "-seed" + seed).orElse(hash);
  }
}
