package io.gradus.cli;

import jakarta.inject.Inject;
import picocli.CommandLine.Option;

/// How much a command says, and in which form.
final class OutputOptions {
  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Option(names = "--quiet", description = "Print nothing but the run's folder, and errors.")
  private boolean quiet;

  @Inject
  OutputOptions() {}

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }
}
