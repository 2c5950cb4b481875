package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.experiments.config.ConfigNode.Scalar;
import io.gradus.scalar.ExpressionException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a constructor says against its settings, and which of them it speaks of.
///
/// A rule begins with its setting (`steps = 0 must be at least 1`, `inputs[1] has 3 numbers`), or
/// names it with its value further on (`must be a multiple of heads = 4`), or quotes it (`no corpus
/// 'nmaes'`); where it does none of these, it speaks of the block.
///
/// @param node the block, every default filled in
/// @param path where the block stands
/// @param broken the constructor's refusal
record BrokenRule(Mapping node, String path, IllegalArgumentException broken) {
  private static final String SETTING = "([A-Za-z][A-Za-z0-9-]*(?:\\[\\d+])*)";
  private static final Pattern FIRST = Pattern.compile(SETTING + "( = | )");
  private static final Pattern VALUE = Pattern.compile(SETTING + " = ");

  private record Culprit(String setting, ConfigNode value) {
    boolean fromCommandLine() {
      return value.mark().source().title().startsWith("--");
    }
  }

  Problem problem() {
    if (broken instanceof ExpressionException expression) {
      return inside(expression);
    }
    String message = sentence(broken);
    Optional<Culprit> latest = named(message).filter(Culprit::fromCommandLine).findFirst();
    Matcher first = FIRST.matcher(message);
    if (first.lookingAt()) {
      Optional<Culprit> culprit =
          written(first.group(1)).filter(own -> latest.isEmpty() || own.fromCommandLine());
      if (culprit.isPresent()) {
        return at(culprit.get(), message.substring(first.end()));
      }
    }
    if (latest.isPresent()) {
      return at(latest.get(), message); // what was changed last broke it
    }
    return named(message)
        .findFirst()
        .or(() -> quoted(message))
        .map(culprit -> at(culprit, message))
        .orElseGet(() -> new Problem(node.mark(), path, message, ""));
  }

  /// The settings that a message names with their values.
  private Stream<Culprit> named(String message) {
    return VALUE.matcher(message).results().flatMap(found -> written(found.group(1)).stream());
  }

  /// What the only setting of a block that is written short is refused for.
  static String ofShort(String setting, IllegalArgumentException broken) {
    String message = sentence(broken);
    String named = setting + " = ";
    return message.startsWith(named) ? message.substring(named.length()) : message;
  }

  private static String sentence(IllegalArgumentException broken) {
    return Optional.ofNullable(broken.getMessage()).orElse("this is not valid");
  }

  private Problem at(Culprit culprit, String message) {
    return new Problem(culprit.value().mark(), pathOf(culprit), message, "");
  }

  private String pathOf(Culprit culprit) {
    return path.isEmpty() || culprit.setting().isEmpty()
        ? path + culprit.setting()
        : path + "." + culprit.setting();
  }

  /// The setting of this name, where a person wrote it.
  private Optional<Culprit> written(String setting) {
    return ConfigPath.parse(setting)
        .flatMap(way -> way.in(node))
        .filter(value -> value.mark().source().written())
        .map(value -> new Culprit(setting, value));
  }

  private Optional<Culprit> quoted(String message) {
    return texts()
        .filter(culprit -> message.contains("'" + ((Scalar) culprit.value()).text() + "'"))
        .findFirst();
  }

  private Stream<Culprit> texts() {
    return node.entries().entrySet().stream()
        .filter(entry -> !entry.getKey().equals("type"))
        .filter(entry -> entry.getValue().value().is(Scalar.Shape.TEXT))
        .map(entry -> new Culprit(entry.getKey(), entry.getValue().value()));
  }

  /// The place inside the text of an expression, where that stands in the file as it is.
  private Problem inside(ExpressionException expression) {
    List<String> pointer = expression.pointer().lines().toList();
    String line = pointer.getFirst();
    int offset = pointer.getLast().length() - 1;
    Culprit culprit =
        texts()
            .filter(text -> ((Scalar) text.value()).text().contains(line))
            .findFirst()
            .orElse(new Culprit("", node));
    Mark begin = culprit.value().mark();
    List<String> lines = begin.source().lines();
    int last = begin.line() + (int) expression.pointer().lines().count();
    for (int i = begin.line(); i <= Math.min(lines.size(), last); i++) {
      String written = lines.get(i - 1);
      int at = written.indexOf(line, i == begin.line() ? begin.column() - 1 : 0);
      if (at >= 0) {
        int column = written.codePointCount(0, at + offset) + 1;
        return new Problem(
            new Mark(begin.source(), i, column), pathOf(culprit), expression.problem(), "");
      }
    }
    return at(culprit, sentence(expression));
  }
}
