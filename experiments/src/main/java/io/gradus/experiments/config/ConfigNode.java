package io.gradus.experiments.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A piece of an experiment file that knows where it stands.
public sealed interface ConfigNode {
  /// Where it begins.
  Mark mark();

  /// What it is, for a message: `a list`, `the number 3`.
  String inWords();

  /// The same at another place.
  ConfigNode at(Mark other);

  /// Whether it is a word, number or truth value of this shape.
  default boolean is(Scalar.Shape shape) {
    return this instanceof Scalar scalar && scalar.shape() == shape;
  }

  /// One word, number or truth value, as it stands in the file.
  record Scalar(Mark mark, Shape shape, String text) implements ConfigNode {
    /// How YAML reads the characters.
    public enum Shape {
      TEXT,
      NUMBER,
      TRUTH,
      NOTHING,
      /// Something that was complained about already.
      BROKEN
    }

    @Override
    public String inWords() {
      return switch (shape) {
        case TEXT -> "the text '" + Problem.shortened(text) + "'";
        case NUMBER -> Problem.shortened(text);
        case TRUTH -> text;
        case NOTHING, BROKEN -> "nothing";
      };
    }

    @Override
    public Scalar at(Mark other) {
      return new Scalar(other, shape, text);
    }

    /// A place where nothing more is to be said.
    static Scalar broken(Mark mark) {
      return new Scalar(mark, Shape.BROKEN, "");
    }
  }

  /// A list.
  record Sequence(Mark mark, List<ConfigNode> items) implements ConfigNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String inWords() {
      return "a list";
    }

    @Override
    public Sequence at(Mark other) {
      return new Sequence(other, items);
    }
  }

  /// A block of keys, in the order of the file.
  record Mapping(Mark mark, Map<String, Entry> entries) implements ConfigNode {
    /// What stands behind a key, and where the key stands.
    public record Entry(Mark key, ConfigNode value) {}

    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String inWords() {
      return "a block of keys";
    }

    @Override
    public Mapping at(Mark other) {
      return new Mapping(other, entries);
    }

    /// What stands behind a key.
    public Optional<ConfigNode> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /// With this key set.
    Mapping with(String key, Entry entry) {
      var all = new LinkedHashMap<>(entries);
      all.put(key, entry);
      return new Mapping(mark, all);
    }

    /// Without this key.
    public Mapping without(String key) {
      var all = new LinkedHashMap<>(entries);
      all.remove(key);
      return new Mapping(mark, all);
    }

    /// The block's `type`, where it has one.
    public Optional<String> type() {
      return get("type")
          .filter(node -> node.is(Scalar.Shape.TEXT))
          .map(node -> ((Scalar) node).text());
    }
  }
}
