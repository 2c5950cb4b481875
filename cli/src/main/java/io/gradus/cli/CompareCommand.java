package io.gradus.cli;

import io.gradus.experiments.compare.RunComparison;
import io.gradus.experiments.run.Json;
import io.gradus.experiments.run.RecordedRun;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gradus compare RUN RUN`.
@Command(
    name = "compare",
    description = {
      "Hold two runs side by side: settings, code and machine, metrics, digests.",
      "Runs that did not end are compared as far as they came."
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "LEFT", description = "A run's folder.")
  private Path left = Path.of("");

  @Parameters(index = "1", paramLabel = "RIGHT", description = "Another run's folder.")
  private Path right = Path.of("");

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Inject
  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var report =
        new ComparisonReport(RunComparison.of(RecordedRun.open(left), RecordedRun.open(right)));
    if (json) {
      console.out().println(Json.line(report.json()));
    } else {
      console.out().print(report.text());
    }
    return 0;
  }
}
