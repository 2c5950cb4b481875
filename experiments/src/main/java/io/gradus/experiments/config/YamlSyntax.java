package io.gradus.experiments.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/// Says in plain words where a text is no YAML; the parser itself speaks of tokens and streams.
final class YamlSyntax {
  /// What the parser says, what that means, and what to do.
  ///
  /// @param parser found in the parser's sentence; `%s` in the others stands for its first group
  private record Saying(Pattern parser, String what, String hint) {
    Saying(String parser, String what, String hint) {
      this(Pattern.compile(parser), what, hint);
    }

    Optional<Problem> of(String sentence, Mark mark) {
      Matcher matcher = parser.matcher(sentence);
      if (!matcher.find()) {
        return Optional.empty();
      }
      Object group = matcher.groupCount() > 0 ? matcher.group(1) : "";
      return Optional.of(new Problem(mark, "", what.formatted(group), hint.formatted(group)));
    }
  }

  /// The parser notices these only later; the mistake is where the broken thing begins.
  private static final List<Saying> AT_THE_BEGINNING =
      List.of(
          new Saying(
              "could not find expected ':'",
              "a ':' is missing behind this",
              "a setting is written key: value"),
          new Saying(
              "unexpected (?:end of stream|document separator)", "this quote is never closed", ""),
          new Saying(
              "expected ',' or '(.)', but got <stream end>",
              "this bracket is never closed",
              "'%s' is missing"));

  private static final List<Saying> AT_THE_PLACE =
      List.of(
          new Saying("\\(TAB\\)", "a tab cannot indent YAML", "use spaces"),
          new Saying(
              "^mapping values are not allowed",
              "a ':' does not fit here",
              "check the indentation, or put the text in quotes"),
          new Saying(
              "^sequence entries are not allowed",
              "a '-' does not fit here",
              "check the indentation"),
          new Saying("^expected <block end>, but found ':'", "a key is missing before the ':'", ""),
          new Saying("^expected <block end>", "this does not fit here", "check the indentation"),
          new Saying(
              "^expected ',' or '.', but got \\{",
              "this does not fit here",
              "a ${path} inside brackets stands in quotes"),
          new Saying(
              "^expected ',' or '(.)', but got",
              "this does not fit here",
              "',' or '%s' is missing before it"),
          new Saying(
              "^found unknown escape character (.)",
              "'\\%s' means nothing in double quotes",
              "write \\\\ for a backslash, or use single quotes"),
          new Saying(
              "^found character '(.)[^']*' that cannot start",
              "a text cannot begin with '%s'",
              "put it in quotes"),
          new Saying("^expected the node content", "a value is missing here", ""),
          new Saying("^Expected a property name", "a key must be a word", ""),
          new Saying(
              "unacceptable code point|special characters",
              "a character here cannot be printed",
              "delete it"));

  private YamlSyntax() {}

  /// What the parser stumbled over.
  static Problem problem(Source source, JacksonException e) {
    if (!(e.getCause() instanceof MarkedYamlEngineException marked)) {
      TokenStreamLocation at = e.getLocation();
      Mark mark = new Mark(source, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
      return inPlainWords(AT_THE_PLACE, e.getOriginalMessage(), mark);
    }
    Mark start = new Mark(source, 1, 1);
    Mark place =
        marked
            .getProblemMark()
            .map(at -> new Mark(source, at.getLine() + 1, at.getColumn() + 1))
            .orElse(start);
    Mark beginning =
        marked
            .getContextMark()
            .map(at -> new Mark(source, at.getLine() + 1, at.getColumn() + 1))
            .orElse(place);
    String sentence = marked.getProblem();
    return AT_THE_BEGINNING.stream().anyMatch(saying -> saying.parser().matcher(sentence).find())
        ? inPlainWords(AT_THE_BEGINNING, sentence, beginning)
        : inPlainWords(AT_THE_PLACE, sentence, place);
  }

  private static Problem inPlainWords(List<Saying> sayings, String sentence, Mark mark) {
    return sayings.stream()
        .flatMap(saying -> saying.of(sentence, mark).stream())
        .findFirst()
        .orElseGet(() -> new Problem(mark, "", sentence.lines().findFirst().orElse(""), ""));
  }
}
