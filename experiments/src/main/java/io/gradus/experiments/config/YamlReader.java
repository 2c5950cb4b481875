package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.experiments.config.ConfigNode.Scalar;
import io.gradus.experiments.config.ConfigNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads YAML into a located tree.
///
/// Of YAML it takes blocks, lists and scalars; aliases, tags, merge keys and further documents are
/// errors, as are duplicate keys. Of a duplicate key the first value stays.
final class YamlReader {
  /// No experiment is written deeper; a deeper one is an attack or an accident.
  private static final int DEEPEST = 32;

  private static final YAMLFactory YAML = YAMLFactory.builder().build();

  private final Source source;
  private final YAMLParser parser;
  private final Problems problems;

  private YamlReader(Source source, YAMLParser parser, Problems problems) {
    this.source = source;
    this.parser = parser;
    this.problems = problems;
  }

  /// The tree of a text. What this language does not take is noted, and where the text is no YAML
  /// at all, a [ConfigException] says so.
  static ConfigNode read(Source source, String text, Problems problems) {
    try (YAMLParser parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
      return new YamlReader(source, parser, problems).document();
    } catch (JacksonException e) {
      throw problems.and(YamlSyntax.problem(source, e));
    }
  }

  private ConfigNode document() {
    if (parser.nextToken() == null) {
      throw problems.and(
          new Problem(
              new Mark(source, 1, 1),
              "",
              "nothing is written here",
              "an experiment is a block of keys, such as name: my-first"));
    }
    ConfigNode node = node("", 0);
    if (parser.nextToken() != null) {
      report("", "a second document begins here", "an experiment is one document");
    }
    return node;
  }

  private ConfigNode node(String path, int depth) {
    Mark mark = mark();
    if (depth > DEEPEST) {
      String what = "this is nested more than " + DEEPEST + " deep";
      throw problems.and(new Problem(mark, "", what, ""));
    }
    boolean refused = false;
    if (parser.isCurrentAlias()) {
      report(path, "aliases (*) are not used here", "write ${path} to use another setting's value");
      refused = true;
    } else if (parser.getTypeId() != null) {
      String tag = "!" + parser.getTypeId().replace("tag:yaml.org,2002:", "!");
      report(path, "tags (" + Problem.shortened(tag) + ") are not used here", "");
      refused = true;
    }
    ConfigNode node =
        switch (parser.currentToken()) {
          case START_OBJECT -> mapping(mark, path, depth);
          case START_ARRAY -> sequence(mark, path, depth);
          default -> new Scalar(mark, shape(parser.currentToken()), parser.getString());
        };
    return refused ? Scalar.broken(mark) : node;
  }

  private static Scalar.Shape shape(JsonToken token) {
    return switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Scalar.Shape.NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> Scalar.Shape.TRUTH;
      case VALUE_NULL -> Scalar.Shape.NOTHING;
      default -> Scalar.Shape.TEXT;
    };
  }

  private ConfigNode mapping(Mark mark, String path, int depth) {
    Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
    boolean merged = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Mark key = mark();
      String name = parser.currentName();
      String place = ConfigPath.join(path, name);
      if (name.equals("<<")) {
        report(path, "merge keys (<<) are not used here", "write extends: FILE, or ${path}");
        parser.nextToken();
        parser.skipChildren();
        merged = true;
        continue;
      }
      parser.nextToken();
      ConfigNode value = node(place, depth + 1);
      // a block below its key is named by the key
      boolean below = !(value instanceof Scalar) && value.mark().line() > key.line();
      Mapping.Entry earlier =
          entries.putIfAbsent(name, new Mapping.Entry(key, below ? value.at(key) : value));
      if (earlier != null) {
        String first = "the first is in line " + earlier.key().line();
        problems.report(key, place, "this key is here twice", first);
      }
    }
    return merged ? Scalar.broken(mark) : new Mapping(mark, entries);
  }

  private Sequence sequence(Mark mark, String path, int depth) {
    List<ConfigNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(path + "[" + items.size() + "]", depth + 1));
    }
    return new Sequence(mark, items);
  }

  private void report(String path, String what, String hint) {
    problems.report(mark(), path, what, hint);
  }

  private Mark mark() {
    TokenStreamLocation location = parser.currentTokenLocation();
    return new Mark(source, location.getLineNr(), location.getColumnNr());
  }
}
