package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.experiments.config.ConfigNode.Scalar;
import io.gradus.experiments.config.ConfigNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads YAML into a located tree.
///
/// Of YAML it takes blocks, lists and scalars; aliases, tags, merge keys and further documents are
/// errors, as are duplicate keys.
final class YamlReader {
  /// No experiment is written deeper; a deeper one is an attack or an accident.
  private static final int DEEPEST = 32;

  private static final YAMLFactory YAML = YAMLFactory.builder().build();

  private final Source source;
  private final YAMLParser parser;
  private final List<Problem> problems = new ArrayList<>();

  private YamlReader(Source source, YAMLParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /// The tree of a text; a [ConfigException] where it is not YAML, or more than this language
  /// takes.
  static ConfigNode read(Source source, String text) {
    try (YAMLParser parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
      return new YamlReader(source, parser).document();
    } catch (JacksonException e) {
      throw syntaxError(source, e);
    }
  }

  private ConfigNode document() {
    if (parser.nextToken() == null) {
      throw new ConfigException(new Mark(source, 1, 1), "", "the file is empty", "");
    }
    ConfigNode node = node(0);
    if (parser.nextToken() != null) {
      problem("a second document begins here; an experiment is one document");
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return node;
  }

  private ConfigNode node(int depth) {
    Mark mark = mark();
    if (depth > DEEPEST) {
      throw new ConfigException(mark, "", "nested more than " + DEEPEST + " deep", "");
    }
    if (parser.isCurrentAlias()) {
      problem("aliases (*) are not used here", "write ${path} to use another setting's value");
    } else if (parser.getTypeId() != null) {
      problem("tags (!" + Problem.shortened(parser.getTypeId()) + ") are not used here");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(mark, depth);
      case START_ARRAY -> sequence(mark, depth);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Scalar(mark, Scalar.Shape.NUMBER, parser.getString());
      case VALUE_TRUE, VALUE_FALSE -> new Scalar(mark, Scalar.Shape.TRUTH, parser.getString());
      case VALUE_NULL -> new Scalar(mark, Scalar.Shape.NOTHING, "");
      default -> new Scalar(mark, Scalar.Shape.TEXT, parser.getString());
    };
  }

  private Mapping mapping(Mark mark, int depth) {
    Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Mark key = mark();
      String name = parser.currentName();
      if (name.equals("<<")) {
        problem("merge keys (<<) are not used here", "write extends: FILE, or ${path}");
      }
      parser.nextToken();
      ConfigNode value = node(depth + 1);
      Mapping.Entry earlier = entries.putIfAbsent(name, new Mapping.Entry(key, value));
      if (earlier != null) {
        problems.add(
            new Problem(
                key,
                "",
                "the key '" + Problem.shortened(name) + "' is here twice",
                "the first is in line " + earlier.key().line()));
      }
    }
    return new Mapping(mark, entries);
  }

  private Sequence sequence(Mark mark, int depth) {
    List<ConfigNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new Sequence(mark, items);
  }

  private void problem(String what) {
    problem(what, "");
  }

  private void problem(String what, String hint) {
    problems.add(new Problem(mark(), "", what, hint));
  }

  private Mark mark() {
    TokenStreamLocation location = parser.currentTokenLocation();
    return new Mark(source, location.getLineNr(), location.getColumnNr());
  }

  private static ConfigException syntaxError(Source source, JacksonException e) {
    if (e.getCause() instanceof MarkedYamlEngineException marked) {
      Mark mark =
          marked
              .getProblemMark()
              .map(at -> new Mark(source, at.getLine() + 1, at.getColumn() + 1))
              .orElse(new Mark(source, 1, 1));
      String problem = Optional.ofNullable(marked.getProblem()).orElse("this is not YAML");
      return new ConfigException(mark, "", inPlainWords(problem), context(marked));
    }
    TokenStreamLocation at = e.getLocation();
    Mark mark = new Mark(source, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    String problem = Optional.ofNullable(e.getOriginalMessage()).orElse("this is not YAML");
    return new ConfigException(mark, "", inPlainWords(problem.lines().findFirst().orElse("")), "");
  }

  /// What snakeyaml says about the place where the broken thing began.
  private static String context(MarkedYamlEngineException marked) {
    String context = marked.getContext();
    return context == null || marked.getContextMark().isEmpty()
        ? ""
        : context + " that begins in line " + (marked.getContextMark().get().getLine() + 1);
  }

  private static String inPlainWords(String problem) {
    if (problem.contains("\\t(TAB)")) {
      return "a tab cannot indent YAML; use spaces";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "a ':' does not fit here; check the indentation, or put the text in quotes";
    }
    if (problem.startsWith("Expected a property name")) {
      return "a key must be a word";
    }
    return problem;
  }
}
