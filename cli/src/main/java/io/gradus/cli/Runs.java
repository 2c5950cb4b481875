package io.gradus.cli;

import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.run.Code;
import io.gradus.experiments.run.Runner;
import io.gradus.experiments.run.Telemetry;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;

/// Makes runners for the commands that run something.
final class Runs {
  private final ExperimentLoader loader;
  private final Code code;
  private final Surroundings surroundings;
  private final Optional<Path> checkout;

  @Inject
  Runs(ExperimentLoader loader, Code code, Surroundings surroundings, Optional<Path> checkout) {
    this.loader = loader;
    this.code = code;
    this.surroundings = surroundings;
    this.checkout = checkout;
  }

  ExperimentLoader loader() {
    return loader;
  }

  Runner runner(Optional<Path> dataDir) {
    return new Runner(loader, surroundings.library(dataDir), code, checkout, Telemetry::prometheus);
  }
}
