package io.gradus.cli;

import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.Loaded;
import io.gradus.experiments.config.Nearest;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.run.Anatomy;
import io.gradus.experiments.run.Json;
import io.gradus.experiments.run.SetupException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gradus show EXPERIMENT WHAT`.
@Command(
    name = "show",
    description = "Show what an experiment or a run holds; nothing is trained.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "WHAT is one of:",
      "  model   every layer with its output and its numbers, before anything is learned",
      "",
      "Examples:",
      "  gradus show makemore/bigram model",
      "  gradus show my.yaml model --set model.layers[1].out=64 --format json"
    })
final class ShowCommand implements Callable<Integer> {
  private final Console console;
  private final Provider<ExperimentLoader> loader;
  private final Provider<Registry> registry;
  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "EXPERIMENT",
      description = "A built-in experiment by name, a file that ends in .yaml, or a run's folder.",
      completionCandidates = Candidates.Experiments.class)
  private String experiment = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "WHAT", description = "Such as model.")
  private Optional<String> what = Optional.empty();

  @Mixin private ExperimentOptions options = new ExperimentOptions();
  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (table).")
  private Format format = Format.TABLE;

  /// What there is to show.
  enum What {
    MODEL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How it is written.
  enum Format {
    TABLE,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Inject
  ShowCommand(
      Console console,
      Provider<ExperimentLoader> loader,
      Provider<Registry> registry,
      Surroundings surroundings) {
    this.console = console;
    this.loader = loader;
    this.registry = registry;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    switch (known(what.orElse(""))) {
      case MODEL -> model();
    }
    return 0;
  }

  private What known(String asked) {
    List<String> names = Arrays.stream(What.values()).map(What::toString).toList();
    int place = names.indexOf(asked);
    if (place < 0) {
      String problem =
          asked.isEmpty()
              ? "say what to show; there is " + String.join(", ", names)
              : "cannot show '%s'; %s".formatted(asked, Nearest.hint(asked, names));
      throw new ParameterException(spec.commandLine(), problem);
    }
    return What.values()[place];
  }

  private void model() {
    Loaded loaded = loader.get().load(file(), options.assignments());
    Anatomy anatomy = Anatomy.of(loaded, surroundings.library(data.dataDir()), registry.get());
    switch (format) {
      case TABLE -> console.out().print(ModelTable.of(anatomy));
      case JSON -> console.out().print(Json.pretty(anatomy));
    }
  }

  /// The experiment of a run is kept in its folder.
  private String file() {
    Path folder = Path.of(experiment);
    if (!Files.isDirectory(folder)) {
      return experiment;
    }
    Path file = folder.resolve("experiment.yaml");
    if (!Files.isRegularFile(file)) {
      throw new SetupException(folder + " is not the folder of a run: it has no experiment.yaml");
    }
    return file.toString();
  }
}
