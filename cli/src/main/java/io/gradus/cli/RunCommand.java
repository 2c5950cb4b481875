package io.gradus.cli;

import io.gradus.experiments.Loaded;
import io.gradus.experiments.run.RunReport;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gradus run EXPERIMENT`.
@Command(
    name = "run",
    description = "Run an experiment.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  gradus run gpt/microgpt", "  gradus run my.yaml --seed 7"})
final class RunCommand implements Callable<Integer> {
  private final Console console;
  private final Provider<Runs> runs;
  private final Interruption interruption;

  @Parameters(
      paramLabel = "EXPERIMENT",
      description = "A built-in experiment by name, or a file that ends in .yaml.",
      completionCandidates = Candidates.Experiments.class)
  private String experiment = "";

  @Mixin private ExperimentOptions options = new ExperimentOptions();
  @Mixin private DataOptions data = new DataOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--out", paramLabel = "DIR", description = "Where runs are kept (runs).")
  private Path out = Path.of("runs");

  @Inject
  RunCommand(Console console, Provider<Runs> runs, Interruption interruption) {
    this.console = console;
    this.runs = runs;
    this.interruption = interruption;
  }

  @Override
  public Integer call() {
    Loaded loaded = runs.get().loader().load(experiment, options.assignments());
    if (!output.quiet()) {
      loaded.experiment().about().ifPresent(console.err()::println);
    }
    RunReport report =
        runs.get()
            .runner(data.dataDir())
            .run(loaded, out, new Progress(console, output.quiet()), interruption.watch());
    return Reports.print(experiment, report, output, console);
  }
}
