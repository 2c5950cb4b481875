package io.gradus.cli;

import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.config.Nearest;
import io.gradus.experiments.run.Json;
import io.gradus.experiments.run.Workload;
import io.gradus.kernels.KernelChoice;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Arrays;
import java.util.List;
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
    description = "Time training steps on synthetic tokens, and matrix products.",
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
      description = {
        "Worker threads of the tensor engine (as many as",
        "processors); the scalar engine works on one."
      })
  private Optional<Integer> threads = Optional.empty();

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
    int workers = threads.orElseGet(KernelChoice::threads);
    if (workers < 1 || workers > KernelChoice.MOST_THREADS) {
      throw new ParameterException(
          spec.commandLine(),
          "--threads %d is not a number of threads from 1 to %d"
              .formatted(workers, KernelChoice.MOST_THREADS));
    }
    for (Workload workload : Workload.values()) {
      if (only.isEmpty() || only.get().equals(workload.title())) {
        console.err().println("timing " + workload.title() + ", about twenty seconds");
        Workload.Timing timing = workload.time(loader.get(), workers);
        console.out().println(json ? Json.line(timing.json()) : timing.words());
      }
    }
    return 0;
  }
}
