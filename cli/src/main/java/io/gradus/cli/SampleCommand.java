package io.gradus.cli;

import io.gradus.experiments.Sampling;
import io.gradus.experiments.run.FinishedRun;
import io.gradus.experiments.run.Json;
import io.gradus.experiments.run.SetupException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gradus sample RUN`.
@Command(
    name = "sample",
    description =
        "Let the model of a run write more, going on where the run itself stopped, or from a seed.",
    mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
  private final Console console;
  private final Provider<Runs> runs;

  @Parameters(paramLabel = "RUN", description = "The run's folder.")
  private Path folder = Path.of("");

  @Option(names = "--count", paramLabel = "N", description = "How many (as the experiment says).")
  private Optional<Integer> count = Optional.empty();

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Below 1 bolder, above 1 wilder (as the experiment says).")
  private Optional<Double> temperature = Optional.empty();

  @Option(names = "--top-k", paramLabel = "K", description = "Only the K likeliest may follow.")
  private Optional<Integer> topK = Optional.empty();

  @Option(names = "--length", paramLabel = "N", description = "The most tokens of a document.")
  private Optional<Integer> length = Optional.empty();

  @Option(names = "--prompt", paramLabel = "TEXT", description = "What each begins with.")
  private String prompt = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Draw from this seed instead of going on.")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Inject
  SampleCommand(Console console, Provider<Runs> runs) {
    this.console = console;
    this.runs = runs;
  }

  @Override
  public Integer call() {
    FinishedRun run = FinishedRun.open(folder, runs.get().loader());
    List<String> samples = run.write(plan(run.sampling()), prompt, seed);
    if (json) {
      console.out().println(Json.line(Map.of("samples", samples)));
    } else {
      samples.forEach(console.out()::println);
    }
    return 0;
  }

  private Sampling plan(Sampling own) {
    try {
      return new Sampling(
          count.orElse(own.count()),
          temperature.orElse(own.temperature()),
          topK.or(own::topK),
          length.or(own::length),
          own.sampler());
    } catch (IllegalArgumentException e) {
      throw new SetupException("gradus sample: " + e.getMessage());
    }
  }
}
