package io.gradus.cli;

import io.gradus.experiments.run.Json;
import io.gradus.graph.DotText;
import io.gradus.graph.Graph;
import io.gradus.graph.TreeText;
import io.gradus.scalar.Expression;
import io.gradus.scalar.ExpressionException;
import io.gradus.scalar.NumericCheck;
import io.gradus.scalar.ScalarGraph;
import io.gradus.scalar.Value;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `gradus graph --expression TEXT --at x=1,...`.
@Command(
    name = "graph",
    description = "Show what an expression is computed from: values, gradients, local derivatives.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  gradus graph --expression 'tanh(x*w + b)' --at x=2,w=-3,b=6.9 --check"
    })
final class GraphCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--expression",
      required = true,
      paramLabel = "TEXT",
      description = {
        "Steps divided by ';', each but the last 'name = ...'.",
        "There are + - * / ^, exp log tanh sigmoid relu sin cos sqrt sum."
      })
  private String expression = "";

  @Option(
      names = "--at",
      split = ",",
      paramLabel = "NAME=NUMBER",
      description = "The number of each free name.")
  private List<String> at = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (tree).")
  private Format format = Format.TREE;

  @Option(
      names = "--check",
      description = "Nudge every node and see whether the result moves as its gradient says.")
  private boolean check;

  @Option(names = "--binary", description = "Show sums as chains of steps with two operands.")
  private boolean binary;

  /// How the graph is written.
  enum Format {
    TREE,
    DOT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Inject
  GraphCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Value written = evaluate().result();
    Value result = binary ? ScalarGraph.binary(written) : written;
    result.backward();
    Graph graph = ScalarGraph.of(result);
    List<NumericCheck.Row> rows = check ? checked(result) : List.of();
    switch (format) {
      case TREE -> console.out().print(TreeText.of(graph));
      case DOT -> console.out().print(DotText.of(graph));
      case JSON -> console.out().print(Json.pretty(json(graph, rows)));
    }
    if (check && format != Format.JSON) {
      // a drawing must stay one that Graphviz reads
      (format == Format.DOT ? console.err() : console.out()).print(table(rows));
    }
    return 0;
  }

  private Expression.Evaluated evaluate() {
    try {
      return Expression.evaluate(expression, numbers());
    } catch (ExpressionException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--at: " + e.getMessage(), e);
    }
  }

  private Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String pair : at) {
      String[] parts = pair.split("=", 2);
      if (parts.length != 2 || parts[0].isBlank()) {
        throw new IllegalArgumentException("expected name=number, got '" + pair + "'");
      }
      try {
        Double earlier = numbers.put(parts[0].strip(), finite(parts[1].strip()));
        if (earlier != null) {
          throw new IllegalArgumentException("'" + parts[0].strip() + "' is given twice");
        }
      } catch (NumberFormatException _) {
        throw new IllegalArgumentException("'%s' is not a number in %s".formatted(parts[1], pair));
      }
    }
    return numbers;
  }

  private static Double finite(String text) {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number) || Character.isLetter(text.charAt(text.length() - 1))) {
      throw new NumberFormatException("not finite, or with Java's suffix");
    }
    return number;
  }

  private static String table(List<NumericCheck.Row> rows) {
    var out = new StringBuilder("\n");
    for (NumericCheck.Row row : rows) {
      out.append(
          String.format(
              Locale.ROOT,
              "%-8s gradient %-22s nudge it by ±%.3g, the output moves by %.10g: slope %.10g  %s%n",
              row.label(),
              row.gradient(),
              row.nudge(),
              row.moved(),
              row.slope(),
              verdict(row)));
    }
    return out.toString();
  }

  private static String verdict(NumericCheck.Row row) {
    if (!row.finite()) {
      return "NOT FINITE (a pole?)";
    }
    return row.agrees() ? "agrees" : "DIFFERS (a kink?)";
  }

  private List<NumericCheck.Row> checked(Value result) {
    try {
      return NumericCheck.of(result);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--check: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> json(Graph graph, List<NumericCheck.Row> rows) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("nodes", graph.nodes());
    if (!rows.isEmpty()) {
      json.put("check", rows.stream().map(GraphCommand::json).toList());
    }
    return json;
  }

  private static Map<String, Object> json(NumericCheck.Row row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("node", row.node());
    json.put("gradient", row.gradient());
    json.put("nudge", row.nudge());
    json.put("moved", row.moved());
    json.put("slope", row.slope());
    json.put("agrees", row.agrees());
    return json;
  }
}
