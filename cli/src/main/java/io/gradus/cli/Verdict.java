package io.gradus.cli;

import io.gradus.experiments.run.Result;
import io.gradus.experiments.run.RunReport;
import io.gradus.experiments.run.Verification.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `gradus verify` found of one experiment.
sealed interface Verdict {
  /// The experiment, as the person named it.
  String name();

  /// Whether it showed all that it must.
  boolean holds();

  /// The exit code that this alone asks for.
  int code();

  /// Says it to a person.
  void print(Console console);

  /// Says it to a program.
  Map<String, Object> json();

  /// It was run, to its end or not.
  record Ran(String name, RunReport report, List<Check> checks) implements Verdict {
    private boolean complete() {
      return report.result().status().equals(Result.COMPLETE);
    }

    @Override
    public boolean holds() {
      return complete() && checks.stream().allMatch(Check::holds);
    }

    @Override
    public int code() {
      if (holds()) {
        return 0;
      }
      return report.result().status().equals(Result.INTERRUPTED)
          ? Failures.FAILED
          : Failures.DIFFERENT;
    }

    @Override
    public void print(Console console) {
      console.out().println(name + "  " + report.result().status());
      if (report.result().status().equals(Result.INTERRUPTED)) {
        return; // nothing can be said of the steps that were not made
      }
      if (checks.isEmpty()) {
        console.out().println("  nothing is expected of it");
      }
      for (Check check : checks) {
        String sign = check.holds() ? "holds " : "FAILS ";
        console.out().println("  %s %s (%s)".formatted(sign, check.what(), check.found()));
      }
    }

    @Override
    public Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("experiment", name);
      json.put("run", report.folder().toString());
      json.put("status", report.result().status());
      json.put("holds", holds());
      json.put("checks", checks);
      return json;
    }
  }

  /// It could not be run, for this reason.
  record NotRun(String name, int code, String reason) implements Verdict {
    @Override
    public boolean holds() {
      return false;
    }

    @Override
    public void print(Console console) {
      console.err().println(name + ": " + reason);
    }

    @Override
    public Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("experiment", name);
      json.put("status", "not run");
      json.put("holds", false);
      json.put("reason", reason);
      return json;
    }
  }
}
