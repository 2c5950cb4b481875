package io.gradus.cli;

import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.config.Nearest;
import io.gradus.experiments.config.Registry;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gradus show RUN WHAT`.
@Command(
    name = "show",
    description = "Show what an experiment or a run holds; nothing is trained.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "WHAT is one of:",
      "  model       every layer with its output and its numbers, before anything is learned",
      "  loss        the loss step by step, raw and smoothed, with what was evaluated",
      "  vitals      activations, gradients and updates, and what stands out in words",
      "  bigrams     which token follows which, in a model that sees one",
      "  embeddings  where tokens lie, and which are near each other",
      "  weights     how parameters moved, how often back, and how far at once",
      "  paths       how strongly each input of a small network reaches its output",
      "  cmp         gradients that were written by hand, against those of autograd",
      "",
      "Examples:",
      "  gradus show gpt/microgpt model",
      "  gradus show my.yaml model --set model.layers[1].out=64 --format json",
      "  gradus show runs/xor/c2ce0f29fb3c-seed42 loss --format svg > loss.svg"
    })
final class ShowCommand implements Callable<Integer> {
  private final Console console;
  private final Provider<ExperimentLoader> loader;
  private final Provider<Registry> registry;
  private final Surroundings surroundings;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description =
          "A run's folder; for model and cmp also an experiment by name, or a file of one.",
      completionCandidates = Candidates.Experiments.class)
  private String place = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WHAT",
      description = "One of those below.",
      completionCandidates = Candidates.Exhibits.class)
  private Optional<String> what = Optional.empty();

  @Mixin private ExperimentOptions options = new ExperimentOptions();
  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--smooth",
      paramLabel = "N",
      description = "loss: over how many steps the mean goes (as many as leave 100 to 200 points).")
  private Optional<Integer> smooth = Optional.empty();

  @Option(
      names = "--at",
      split = ",",
      paramLabel = "NUMBER",
      description = "paths: the point, such as 0.5,1 (the first that was learned from).")
  private List<Double> at = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (table).")
  private Format format = Format.TABLE;

  /// How it is written.
  enum Format {
    TABLE,
    JSON,
    SVG;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Inject
  ShowCommand(
      Console console,
      Provider<ExperimentLoader> loader,
      Provider<Registry> registry,
      Surroundings surroundings) {
    this.console = console;
    this.loader = loader;
    this.registry = registry;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Exhibit exhibit = known(what.orElse(""));
    refuseOthers(exhibit);
    Figure figure = exhibit.in(subject());
    console.out().print(figure.in(format));
    return 0;
  }

  private Subject subject() {
    return new Subject(
        place,
        options.assignments(),
        new Look(smooth, at.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(at))),
        surroundings.library(data.dataDir()),
        loader,
        registry);
  }

  private Exhibit known(String asked) {
    return Exhibit.named(asked)
        .orElseThrow(() -> {
          List<String> names = Exhibit.names();
          return mistake(
              asked.isEmpty()
                  ? "say what to show; there is " + String.join(", ", names)
                  : "cannot show '%s'; %s".formatted(asked, Nearest.hint(asked, names)));
        });
  }

  private void refuseOthers(Exhibit exhibit) {
    if (smooth.isPresent() && exhibit != Exhibit.LOSS) {
      throw mistake("--smooth belongs to loss, not to " + exhibit);
    }
    if (!at.isEmpty() && exhibit != Exhibit.PATHS) {
      throw mistake("--at belongs to paths, not to " + exhibit);
    }
    if (!at.stream().allMatch(Double::isFinite)) {
      throw mistake("--at = %s must be finite numbers".formatted(at));
    }
    if (smooth.orElse(1) < 1) {
      throw mistake("--smooth = %d must be at least 1".formatted(smooth.orElse(1)));
    }
  }

  private ParameterException mistake(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
