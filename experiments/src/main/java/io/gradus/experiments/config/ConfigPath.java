package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.experiments.config.ConfigNode.Scalar;
import io.gradus.experiments.config.ConfigNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The way to a setting: `model.layers[1].out`; a key with a dot in it stands in quotes.
record ConfigPath(List<Object> steps) {
  private static final Pattern STEP =
      Pattern.compile("(?:^|\\.)(?:\"([^\"]+)\"|([^.\\[\\]\"]+))|\\[(\\d{1,9})]");

  ConfigPath {
    steps = List.copyOf(steps);
  }

  /// Empty where the text is not a path.
  static Optional<ConfigPath> parse(String text) {
    List<Object> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    int at = 0;
    while (matcher.find() && matcher.start() == at) {
      if (matcher.group(3) != null) {
        steps.add(Integer.valueOf(matcher.group(3)));
      } else {
        steps.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
      }
      at = matcher.end();
    }
    boolean whole = at == text.length() && !steps.isEmpty() && steps.getFirst() instanceof String;
    return whole ? Optional.of(new ConfigPath(steps)) : Optional.empty();
  }

  /// The paths of all that a tree holds.
  static List<String> all(ConfigNode root) {
    List<String> out = new ArrayList<>();
    collect(root, "", out);
    return out;
  }

  private static void collect(ConfigNode node, String path, List<String> out) {
    if (!path.isEmpty()) {
      out.add(path);
    }
    switch (node) {
      case Scalar _ -> {}
      case Sequence(_, var items) -> {
        for (int i = 0; i < items.size(); i++) {
          collect(items.get(i), path + "[" + i + "]", out);
        }
      }
      case Mapping(_, var entries) ->
          entries.forEach((key, entry) -> collect(entry.value(), join(path, key), out));
    }
  }

  /// The way to what holds it.
  ConfigPath parent() {
    return new ConfigPath(steps.subList(0, steps.size() - 1));
  }

  /// What stands there in a tree.
  Optional<ConfigNode> in(ConfigNode root) {
    Optional<ConfigNode> here = Optional.of(root);
    for (Object step : steps) {
      here = here.flatMap(node -> child(node, step));
    }
    return here;
  }

  /// The same with the names of record components as a file writes them.
  ConfigPath asWritten() {
    return new ConfigPath(
        steps.stream()
            .map(step -> step instanceof String name ? RecordShape.kebab(name) : step)
            .toList());
  }

  /// As much of the way as a tree holds.
  ConfigPath deepestIn(ConfigNode root) {
    return steps.isEmpty() || in(root).isPresent() ? this : parent().deepestIn(root);
  }

  private static Optional<ConfigNode> child(ConfigNode node, Object step) {
    return switch (node) {
      case Mapping mapping when step instanceof String key -> mapping.get(key);
      case Sequence(_, var items) when step instanceof Integer i && i < items.size() ->
          Optional.of(items.get(i));
      default -> Optional.empty();
    };
  }

  /// The tree with another node there, missing blocks made on the way; a [Scalar] of nothing takes
  /// out what stands there. A [ConfigException] where the way leads through something else.
  ///
  /// @param value its source begins with this path
  ConfigNode set(ConfigNode root, ConfigNode value) {
    if (value.is(Scalar.Shape.NOTHING) && in(root).isEmpty()) {
      String hint =
          Nearest.to(toString(), all(root))
              .map(near -> "did you mean '%s'?".formatted(near))
              .orElse("");
      throw new ConfigException(mark(value, 0), toString(), "there is nothing to take out", hint);
    }
    return set(root, 0, value);
  }

  private ConfigNode set(ConfigNode node, int depth, ConfigNode value) {
    if (depth == steps.size()) {
      return value;
    }
    boolean out = depth == steps.size() - 1 && value.is(Scalar.Shape.NOTHING);
    return switch (node) {
      case Mapping mapping when steps.get(depth) instanceof String key ->
          out
              ? mapping.without(key)
              : mapping.with(
                  key, new Mapping.Entry(mark(value, depth), below(mapping, key, depth, value)));
      case Sequence(var mark, var items) when steps.get(depth) instanceof Integer place -> {
        if (place >= items.size()) {
          throw noWay(value, depth, "there is no item [%d] in a list of %d", place, items.size());
        }
        List<ConfigNode> all = new ArrayList<>(items);
        if (out) {
          all.remove(place.intValue());
        } else {
          all.set(place, set(items.get(place), depth + 1, value));
        }
        yield new Sequence(mark, all);
      }
      case Mapping _ -> throw noWay(value, depth, "a block has keys, no items");
      case Sequence _ -> throw noWay(value, depth, "a list has items such as [0], no keys");
      case Scalar _ ->
          throw noWay(value, depth, "this is %s, and holds no settings", node.inWords());
    };
  }

  private ConfigNode below(Mapping mapping, String key, int depth, ConfigNode value) {
    ConfigNode here = mapping.get(key).orElseGet(() -> new Mapping(mark(value, depth), Map.of()));
    return set(here, depth + 1, value);
  }

  private ConfigException noWay(ConfigNode value, int depth, String what, Object... words) {
    String here = new ConfigPath(steps.subList(0, depth)).toString();
    return new ConfigException(mark(value, depth), here, what.formatted(words), "");
  }

  /// Where a step stands in the source of the value.
  private Mark mark(ConfigNode value, int depth) {
    int before = new ConfigPath(steps.subList(0, depth)).toString().length();
    int dot = depth > 0 && steps.get(depth) instanceof String ? 1 : 0;
    return new Mark(value.mark().source(), 1, before + dot + 1);
  }

  @Override
  public String toString() {
    String path = "";
    for (Object step : steps) {
      path = step instanceof Integer place ? path + "[" + place + "]" : join(path, (String) step);
    }
    return path;
  }

  /// A path and one key more.
  static String join(String path, String key) {
    String step = key.matches("[^.\\[\\]\"]+") ? key : "\"" + key + "\"";
    return path.isEmpty() ? step : path + "." + step;
  }
}
