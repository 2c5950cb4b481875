package io.gradus.cli;

import io.gradus.data.Library;
import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.Loaded;
import io.gradus.experiments.config.Composer.Assignment;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.run.RestoredModel;
import io.gradus.experiments.run.SetupException;
import jakarta.inject.Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a person asked to see something of: an experiment, or a run.
///
/// @param place the experiment's name or file, or the run's folder
/// @param assignments changes to the experiment
/// @param look how a figure is to be made
record Subject(
    String place,
    List<Assignment> assignments,
    Look look,
    Library library,
    Provider<ExperimentLoader> loader,
    Provider<Registry> registry) {
  Subject {
    assignments = List.copyOf(assignments);
  }

  /// Whether it is a folder, as that of a run.
  boolean isRun() {
    return Files.isDirectory(Path.of(place));
  }

  /// The experiment; that of a run is kept in its folder.
  Loaded experiment() {
    String file = isRun() ? runFile(Path.of(place)).toString() : place;
    return loader.get().load(file, assignments);
  }

  /// The folder of a run; a [SetupException] says what to do where there is none.
  ///
  /// @param what is to be shown, such as `loss`
  Path run(Exhibit what) {
    Path folder = Path.of(place);
    if (!Files.isDirectory(folder)) {
      // an experiment that is not there either is refused as such
      String name = loader.get().load(place, assignments).experiment().name();
      throw new SetupException(
          "%s is seen in a run, and %s is an experiment; run it first: gradus run %s, then gradus show runs/%s/... %s"
              .formatted(what, place, place, name, what));
    }
    if (!assignments.isEmpty()) {
      throw new SetupException(
          "a run is shown as it was; --set and --seed change what is not run yet: " + folder);
    }
    Path _ = runFile(folder);
    return folder;
  }

  /// What a run is called, wherever its folder lies: the experiment and the run's own name.
  static String name(Path run) {
    Path whole = run.toAbsolutePath().normalize();
    int names = whole.getNameCount();
    return whole.subpath(Math.max(0, names - 2), names).toString();
  }

  /// The model of a run as its checkpoint left it.
  RestoredModel restored(Exhibit what) {
    return RestoredModel.open(run(what), loader.get(), library);
  }

  private static Path runFile(Path folder) {
    Path file = folder.resolve("experiment.yaml");
    if (!Files.isRegularFile(file)) {
      throw new SetupException(folder + " is not the folder of a run: it has no experiment.yaml");
    }
    return file;
  }
}
