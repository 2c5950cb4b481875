package io.gradus.cli;

import io.gradus.experiments.Loaded;
import io.gradus.experiments.run.Json;
import io.gradus.experiments.run.Result;
import io.gradus.experiments.run.RunReport;
import io.gradus.experiments.run.Verification;
import io.gradus.experiments.run.Verification.Check;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
      description = "Built-in experiments by name, or files that end in .yaml.")
  private List<String> experiments = new ArrayList<>();

  @Mixin private ExperimentOptions options = new ExperimentOptions();
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
    boolean hold = true;
    List<Map<String, Object>> json = new ArrayList<>();
    for (int i = 0; i < loaded.size() && !stop.getAsBoolean(); i++) {
      RunReport report =
          runs.get()
              .runner(options.dataDir())
              .run(loaded.get(i), out, new Progress(console, true), stop);
      List<Check> checks = Verification.of(loaded.get(i).experiment().expect(), report);
      boolean all =
          report.result().status().equals(Result.COMPLETE)
              && checks.stream().allMatch(Check::holds);
      hold &= all;
      json.add(json(experiments.get(i), report, checks, all));
      if (!output.json() && !(output.quiet() && all)) {
        print(experiments.get(i), report, checks);
      }
    }
    hold &= json.size() == loaded.size();
    if (output.json()) {
      console.out().println(Json.line(Map.of("holds", hold, "experiments", json)));
    }
    return hold ? 0 : Failures.DIFFERENT;
  }

  private void print(String name, RunReport report, List<Check> checks) {
    console.out().println(name + "  " + report.result().status());
    if (checks.isEmpty()) {
      console.out().println("  nothing is expected of it");
    }
    for (Check check : checks) {
      String sign = check.holds() ? "holds " : "FAILS ";
      console.out().println("  %s %s (%s)".formatted(sign, check.what(), check.found()));
    }
  }

  private static Map<String, Object> json(
      String name, RunReport report, List<Check> checks, boolean holds) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("experiment", name);
    json.put("run", report.folder().toString());
    json.put("status", report.result().status());
    json.put("holds", holds);
    json.put("checks", checks);
    return json;
  }
}
