package io.gradus.cli;

import io.gradus.experiments.config.Composer.Assignment;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How an experiment is changed from the command line.
final class ExperimentOptions {
  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Change a setting, such as train.steps=100; nothing behind = takes it out.")
  private List<String> sets = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "The root of all randomness.")
  private Optional<Long> seed = Optional.empty();

  @Inject
  ExperimentOptions() {}

  List<Assignment> assignments() {
    List<Assignment> all = new ArrayList<>();
    seed.ifPresent(number -> all.add(new Assignment("--seed", "seed=" + number)));
    sets.forEach(text -> all.add(new Assignment("--set", text)));
    return all;
  }
}
