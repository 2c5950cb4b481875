package io.gradus.scalar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// An expression that a person types, evaluated to a [Value] with its graph.
///
/// Steps are divided by `;` or line ends; each but the last is `name = ...`, and the last is the
/// result: `e = a*b; d = e + c; L = d*f`. There are `+ - * / ^` (`^`, or `**`, with a constant
/// exponent), parentheses, numbers, names, and the functions `exp log tanh sigmoid relu sin cos
/// sqrt sum`.
public final class Expression {
  private static final Set<String> FUNCTIONS =
      Collections.unmodifiableSet(
          new TreeSet<>(
              List.of("exp", "log", "tanh", "sigmoid", "relu", "sin", "cos", "sqrt", "sum")));

  /// Deep enough for any formula, shallow enough for the stack.
  private static final int DEEPEST = 200;

  private final ExpressionScanner scan;
  private final Map<String, Double> at;
  private final Map<String, Value> named = new LinkedHashMap<>();
  private int depth;

  private Expression(String text, Map<String, Double> at) {
    this.scan = new ExpressionScanner(text);
    this.at = at;
  }

  /// The result of an expression, and everything in it that has a name, in the order of its use.
  public record Evaluated(Value result, Map<String, Value> named) {
    public Evaluated {
      named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }
  }

  /// Evaluates the text where its free names have these numbers.
  ///
  /// Throws an [ExpressionException] that points at the place: a syntax error, a name without a
  /// number, an unknown function; and an `IllegalArgumentException` for a number without a use.
  public static Evaluated evaluate(String text, Map<String, Double> at) {
    var expression = new Expression(text, at);
    Value result = expression.steps();
    var unused = new TreeMap<>(at);
    unused.keySet().removeAll(expression.named.keySet());
    if (!unused.isEmpty()) {
      throw new IllegalArgumentException(
          "the expression has no '%s'; it has %s"
              .formatted(unused.firstKey(), String.join(", ", expression.named.keySet())));
    }
    return new Evaluated(result, expression.named);
  }

  private Value steps() {
    while (true) {
      while (scan.take(';')) {
        // an empty step
      }
      Value step = step();
      boolean more = false;
      while (scan.take(';')) {
        more = true;
      }
      if (scan.atEnd()) {
        return step;
      }
      if (!more) {
        throw scan.error("expected an operator or the end");
      }
    }
  }

  private Value step() {
    int start = scan.position();
    String name = scan.name();
    if (name.isEmpty() || !scan.take('=')) {
      scan.backTo(start);
      return sum();
    }
    if (named.containsKey(name) || at.containsKey(name)) {
      throw scan.errorAt("'" + name + "' already has a value", start);
    }
    Value value = sum();
    // `b = a` names a value that has a name: make it a node of its own by adding nothing
    Value own = value.name().isEmpty() ? value : value.add(0);
    named.put(name, own.named(name));
    return own;
  }

  private Value sum() {
    Value left = product();
    while (true) {
      if (scan.take('+')) {
        left = left.add(product());
      } else if (scan.take('-')) {
        left = left.sub(product());
      } else {
        return left;
      }
    }
  }

  private Value product() {
    Value left = signed();
    while (true) {
      if (scan.take('*')) {
        left = left.mul(signed());
      } else if (scan.take('/')) {
        left = left.div(signed());
      } else {
        return left;
      }
    }
  }

  private Value signed() {
    if (!scan.take('-')) {
      return power();
    }
    deeper();
    Value negated = signed().neg();
    depth--;
    return negated;
  }

  private Value power() {
    Value base = atom();
    return scan.take('^') ? base.pow(exponent()) : base;
  }

  private double exponent() {
    int start = scan.position();
    boolean parenthesis = scan.take('(');
    double sign = scan.take('-') ? -1 : 1;
    if (!scan.atNumber()) {
      throw scan.errorAt("an exponent must be a number", start);
    }
    double exponent = scan.number();
    if (parenthesis) {
      exponent *= sign;
      scan.expect(')');
      sign = 1;
    }
    // 2^3^2 is 2^(3^2), as in mathematics
    deeper();
    double power = scan.take('^') ? StrictMath.pow(exponent, exponent()) : exponent;
    depth--;
    return sign * power;
  }

  private Value atom() {
    if (scan.take('(')) {
      deeper();
      Value inner = sum();
      scan.expect(')');
      depth--;
      return inner;
    }
    if (scan.atNumber()) {
      return Value.of(scan.number());
    }
    int start = scan.position();
    String name = scan.name();
    if (name.isEmpty()) {
      throw scan.error("expected a number, a name or '('");
    }
    return scan.take('(') ? call(name, start) : lookUp(name, start);
  }

  private Value call(String function, int start) {
    if (!FUNCTIONS.contains(function)) {
      throw scan.errorAt(
          "no function '" + function + "'; there are " + String.join(", ", FUNCTIONS), start);
    }
    deeper();
    Value first = sum();
    List<Value> arguments = new ArrayList<>(List.of(first));
    while (function.equals("sum") && scan.take(',')) {
      arguments.add(sum());
    }
    scan.expect(')');
    depth--;
    return switch (function) {
      case "exp" -> first.exp();
      case "log" -> first.log();
      case "tanh" -> first.tanh();
      case "sigmoid" -> first.sigmoid();
      case "relu" -> first.relu();
      case "sin" -> first.sin();
      case "cos" -> first.cos();
      case "sqrt" -> first.pow(0.5);
      case "sum" -> Value.sum(arguments);
      default -> throw new IllegalStateException("listed and not made: " + function);
    };
  }

  private Value lookUp(String name, int start) {
    Value known = named.get(name);
    if (known != null) {
      return known;
    }
    Double number = at.get(name);
    if (number == null) {
      String given = String.join(", ", new TreeSet<>(at.keySet()));
      String others = at.isEmpty() ? "none was given" : "given are " + given;
      throw scan.errorAt("no value for '" + name + "'; " + others, start);
    }
    Value leaf = Value.of(number).named(name);
    named.put(name, leaf);
    return leaf;
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw scan.error("nested more than " + DEEPEST + " deep");
    }
  }
}
