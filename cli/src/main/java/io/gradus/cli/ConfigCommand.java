package io.gradus.cli;

import io.gradus.experiments.Experiment;
import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.Loaded;
import io.gradus.experiments.UnknownExperimentException;
import io.gradus.experiments.config.ConfigException;
import io.gradus.experiments.config.ConfigText;
import io.gradus.experiments.config.JsonSchema;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.run.Json;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gradus config show|validate|schema`.
@Command(
    name = "config",
    description = "Look at experiment files, and at their language, without running them.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class ConfigCommand implements Runnable {
  private final Console console;
  private final Provider<ExperimentLoader> loader;
  private final Provider<Registry> registry;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Inject
  ConfigCommand(Console console, Provider<ExperimentLoader> loader, Provider<Registry> registry) {
    this.console = console;
    this.loader = loader;
    this.registry = registry;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "show, validate or schema?");
  }

  @Command(
      description =
          "Print an experiment with every default filled in, and where each value is from.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(
              paramLabel = "EXPERIMENT",
              description = "A name, or a file that ends in .yaml.",
              completionCandidates = Candidates.Experiments.class)
          String experiment,
      @Mixin ExperimentOptions options) {
    Loaded loaded = loader.get().load(experiment, options.assignments());
    console.out().print(ConfigText.withOrigins(loaded.node()));
    return 0;
  }

  @Command(
      description = "Say everything that is wrong with experiment files; 2 where something is.",
      mixinStandardHelpOptions = true)
  int validate(
      @Parameters(
              arity = "1..*",
              paramLabel = "EXPERIMENT",
              description = "Names, or files that end in .yaml.",
              completionCandidates = Candidates.Experiments.class)
          List<String> experiments,
      @Mixin ExperimentOptions options) {
    List<String> wrong = new ArrayList<>();
    for (String experiment : experiments) {
      try {
        loader.get().load(experiment, options.assignments());
        console.out().println(experiment + " is valid");
      } catch (ConfigException | UnknownExperimentException e) {
        wrong.add(experiment);
        console.err().println(e.getMessage());
      }
    }
    return wrong.isEmpty() ? 0 : Failures.NOTHING_RAN;
  }

  @Command(
      description = {
        "Print the JSON Schema of an experiment file, for editors that know YAML.",
        "An editor takes it from the first line of a file:",
        "  # yaml-language-server: $schema=experiment.schema.json"
      },
      mixinStandardHelpOptions = true)
  int schema() {
    console.out().print(Json.pretty(JsonSchema.of(registry.get(), Experiment.class)));
    return 0;
  }
}
