package io.gradus.cli;

import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.Loaded;
import io.gradus.experiments.search.RateCurve;
import io.gradus.experiments.search.RateSearch;
import io.gradus.experiments.search.Sweep;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gradus lr-search EXPERIMENT`.
@Command(
    name = "lr-search",
    description = {
      "Look for a learning rate: train with a rate that grows from step to step,",
      "and see where the loss falls and where it rises. Nothing is written."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The rates are 10^linspace(log10 FROM, log10 TO, STEPS); all else is as the",
      "experiment says, momentum and decay too.",
      "",
      "Examples:",
      "  gradus lr-search bench/batchnorm-mlp",
      "  gradus lr-search my.yaml --from 1e-5 --to 0.1 --steps 500",
      "  gradus lr-search my.yaml --format svg > rates.svg"
    })
final class LrSearchCommand implements Callable<Integer> {
  private final Console console;
  private final Provider<ExperimentLoader> loader;
  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "EXPERIMENT",
      description = "A built-in experiment by name, or a file that ends in .yaml.",
      completionCandidates = Candidates.Experiments.class)
  private String experiment = "";

  @Option(names = "--from", paramLabel = "RATE", description = "The first rate (0.001).")
  private double from = 0.001;

  @Option(names = "--to", paramLabel = "RATE", description = "The last rate (1).")
  private double to = 1;

  @Option(names = "--steps", paramLabel = "N", description = "How many steps, a rate each (1000).")
  private int steps = 1000;

  @Mixin private ExperimentOptions options = new ExperimentOptions();
  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (table).")
  private ShowCommand.Format format = ShowCommand.Format.TABLE;

  @Inject
  LrSearchCommand(Console console, Provider<ExperimentLoader> loader, Surroundings surroundings) {
    this.console = console;
    this.loader = loader;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Sweep sweep = sweep();
    Loaded loaded = loader.get().load(experiment, options.assignments());
    RateCurve curve =
        RateSearch.of(
            loaded,
            surroundings.library(data.dataDir()),
            sweep,
            steps,
            new Progress(console, false));
    console.out().print(new RateFigure(loaded.title(), sweep, curve).in(format));
    return 0;
  }

  private Sweep sweep() {
    if (steps < 2) {
      throw mistake("--steps = %d must be at least 2".formatted(steps));
    }
    try {
      return new Sweep(from, to);
    } catch (IllegalArgumentException e) {
      throw mistake("--" + e.getMessage());
    }
  }

  private ParameterException mistake(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
