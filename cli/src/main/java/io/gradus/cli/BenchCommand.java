package io.gradus.cli;

import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.config.Nearest;
import io.gradus.experiments.run.Json;
import io.gradus.experiments.run.Workload;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `gradus bench`.
@Command(
    name = "bench",
    description = "Time the trainer's own step on synthetic tokens.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  private final Console console;
  private final Provider<ExperimentLoader> loader;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--only", paramLabel = "NAME", description = "One workload.")
  private Optional<String> only = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads (1); the scalar engine works on one.")
  private int threads = 1;

  @Option(names = "--json", description = "Print one JSON object a line and nothing else.")
  private boolean json;

  @Inject
  BenchCommand(Console console, Provider<ExperimentLoader> loader) {
    this.console = console;
    this.loader = loader;
  }

  @Override
  public Integer call() {
    List<String> names = Arrays.stream(Workload.values()).map(Workload::title).toList();
    if (only.isPresent() && !names.contains(only.get())) {
      throw new ParameterException(
          spec.commandLine(),
          "no workload '%s'; %s".formatted(only.get(), Nearest.hint(only.get(), names)));
    }
    if (threads != 1) {
      throw new ParameterException(
          spec.commandLine(), "--threads %s: the scalar engine works on 1".formatted(threads));
    }
    for (Workload workload : Workload.values()) {
      if (only.isEmpty() || only.get().equals(workload.title())) {
        console.err().println("timing " + workload.title() + ", about ten seconds");
        Workload.Timing timing = workload.time(loader.get());
        console.out().println(json ? Json.line(timing.json()) : inWords(timing));
      }
    }
    return 0;
  }

  private static String inWords(Workload.Timing timing) {
    return String.format(
        Locale.ROOT,
        "%-20s %8.1f us a step (threads %d, kernels %s)",
        timing.workload(),
        timing.microseconds(),
        timing.threads(),
        timing.kernels());
  }
}
