package io.gradus.cli;

import io.gradus.experiments.Loaded;
import io.gradus.experiments.compare.Reproduction;
import io.gradus.experiments.compare.Reproduction.Verdict;
import io.gradus.experiments.run.Json;
import io.gradus.experiments.run.RecordedExperiment;
import io.gradus.experiments.run.RecordedRun;
import io.gradus.experiments.run.Repetition;
import io.gradus.experiments.run.Result;
import io.gradus.experiments.run.RunReport;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gradus reproduce RUN`.
@Command(
    name = "reproduce",
    description = {
      "Run a run again from its folder, and hold every number against what it was.",
      "The run stays as it is."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes:  0 same bits, 3 within tolerance, 4 different, 2 nothing ran.",
      "Example:     gradus reproduce runs/microgpt/166e144d4c9a-seed42"
    })
final class ReproduceCommand implements Callable<Integer> {
  private final Console console;
  private final Provider<Runs> runs;
  private final Interruption interruption;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", description = "The run's folder.")
  private Path folder = Path.of("");

  @Option(
      names = "--within",
      paramLabel = "R",
      description = {
        "How far a number may be off and still count as",
        "close, relative to the larger of a metric's two, or",
        "to the largest number of a tensor (1.0E-6)."
      })
  private Double within = 1e-6;

  @Mixin private DataOptions data = new DataOptions();

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Option(
      names = "--quiet",
      description = "Print nothing where the bits are the same, but for errors.")
  private boolean quiet;

  @Inject
  ReproduceCommand(Console console, Provider<Runs> runs, Interruption interruption) {
    this.console = console;
    this.runs = runs;
    this.interruption = interruption;
  }

  @Override
  public Integer call() {
    if (!(within >= 0) || within.isInfinite()) {
      throw new ParameterException(
          spec.commandLine(), "--within %s is not a number from 0 on".formatted(within));
    }
    RecordedRun run = RecordedRun.open(folder).requireEnd();
    Loaded experiment = RecordedExperiment.load(folder, runs.get().loader());
    try (Repetition again = Repetition.of(run)) {
      RunReport report =
          again.run(
              experiment,
              runs.get().runner(data.dataDir()),
              new Progress(console, quiet),
              interruption.watch());
      if (report.result().status().equals(Result.INTERRUPTED)) {
        console.err().println("\ninterrupted; the run stays as it is, and nothing was compared");
        return Failures.FAILED;
      }
      Reproduction found = Reproduction.of(run, RecordedRun.open(report.folder()));
      return print(new ReproductionReport(folder, report, within, found));
    }
  }

  private int print(ReproductionReport report) {
    if (json) {
      console.out().println(Json.line(report.json()));
    } else if (!quiet || report.verdict() != Verdict.SAME) {
      console.out().print(report.text());
    }
    return report.code();
  }
}
