package io.gradus.cli;

import io.gradus.experiments.run.RunReport;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `gradus resume RUN`.
@Command(
    name = "resume",
    description = "Go on with an interrupted run, to the same bits.",
    mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {
  private final Console console;
  private final Provider<Runs> runs;
  private final Interruption interruption;

  @Parameters(paramLabel = "RUN", description = "The run's folder.")
  private Path folder = Path.of("");

  @Mixin private DataOptions data = new DataOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  @Inject
  ResumeCommand(Console console, Provider<Runs> runs, Interruption interruption) {
    this.console = console;
    this.runs = runs;
    this.interruption = interruption;
  }

  @Override
  public Integer call() {
    RunReport report =
        runs.get()
            .runner(data.dataDir())
            .resume(folder, new Progress(console, output.quiet()), interruption.watch());
    return Reports.print(folder.toString(), report, output, console);
  }
}
