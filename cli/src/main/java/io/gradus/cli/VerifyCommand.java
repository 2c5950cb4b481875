package io.gradus.cli;

import io.gradus.data.DataException;
import io.gradus.experiments.Loaded;
import io.gradus.experiments.run.Json;
import io.gradus.experiments.run.RunException;
import io.gradus.experiments.run.RunReport;
import io.gradus.experiments.run.SetupException;
import io.gradus.experiments.run.Verification;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `gradus verify EXPERIMENT...`.
@Command(
    name = "verify",
    description = "Run experiments and check what they say they must show; 4 where one does not.",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  private final Console console;
  private final Provider<Runs> runs;
  private final Interruption interruption;

  @Parameters(
      arity = "1..*",
      paramLabel = "EXPERIMENT",
      description = "Built-in experiments by name, or files that end in .yaml.",
      completionCandidates = Candidates.Experiments.class)
  private List<String> experiments = new ArrayList<>();

  @Mixin private ExperimentOptions options = new ExperimentOptions();
  @Mixin private DataOptions data = new DataOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--out", paramLabel = "DIR", description = "Where runs are kept (runs).")
  private Path out = Path.of("runs");

  @Inject
  VerifyCommand(Console console, Provider<Runs> runs, Interruption interruption) {
    this.console = console;
    this.runs = runs;
    this.interruption = interruption;
  }

  @Override
  public Integer call() {
    List<Loaded> loaded =
        experiments.stream()
            .map(name -> runs.get().loader().load(name, options.assignments()))
            .toList();
    BooleanSupplier stop = interruption.watch();
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < loaded.size() && !stop.getAsBoolean(); i++) {
      Verdict verdict = verify(experiments.get(i), loaded.get(i), stop);
      verdicts.add(verdict);
      if (!output.json() && !(output.quiet() && verdict.holds())) {
        verdict.print(console);
      }
    }
    boolean all = verdicts.size() == loaded.size() && verdicts.stream().allMatch(Verdict::holds);
    if (output.json()) {
      List<Map<String, Object>> json = verdicts.stream().map(Verdict::json).toList();
      console.out().println(Json.line(Map.of("holds", all, "experiments", json)));
    }
    return all ? 0 : verdicts.stream().mapToInt(Verdict::code).max().orElse(Failures.FAILED);
  }

  /// Runs one experiment; what stops it does not stop the others.
  private Verdict verify(String name, Loaded loaded, BooleanSupplier stop) {
    boolean watched = console.terminal() && !output.json();
    try {
      RunReport report =
          runs.get()
              .runner(data.dataDir())
              .run(loaded, out, new Progress(console, output.quiet() || !watched), stop);
      return new Verdict.Ran(name, report, Verification.of(loaded.experiment().expect(), report));
    } catch (SetupException | DataException e) {
      return new Verdict.NotRun(name, Failures.NOTHING_RAN, String.valueOf(e.getMessage()));
    } catch (RunException e) {
      return new Verdict.NotRun(name, Failures.FAILED, String.valueOf(e.getMessage()));
    }
  }
}
