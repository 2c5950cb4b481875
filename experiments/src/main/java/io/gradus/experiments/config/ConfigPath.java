package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Mapping;
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

  /// What stands there in a tree.
  Optional<ConfigNode> in(ConfigNode root) {
    Optional<ConfigNode> here = Optional.of(root);
    for (Object step : steps) {
      here = here.flatMap(node -> child(node, step));
    }
    return here;
  }

  private static Optional<ConfigNode> child(ConfigNode node, Object step) {
    return switch (node) {
      case Mapping mapping when step instanceof String key -> mapping.get(key);
      case Sequence(_, var items) when step instanceof Integer i && i < items.size() ->
          Optional.of(items.get(i));
      default -> Optional.empty();
    };
  }

  /// The tree with another node there, missing blocks made on the way; a node [ConfigNode.Scalar]
  /// of nothing takes the setting out. A [ConfigException] where the way leads through something
  /// else.
  ConfigNode set(ConfigNode root, ConfigNode value) {
    return set(root, 0, value);
  }

  private ConfigNode set(ConfigNode node, int depth, ConfigNode value) {
    if (depth == steps.size()) {
      return value;
    }
    return switch (node) {
      case Mapping mapping when steps.get(depth) instanceof String key ->
          depth == steps.size() - 1 && isNothing(value)
              ? mapping.without(key)
              : mapping.with(
                  key, new Mapping.Entry(value.mark(), below(mapping, key, depth, value)));
      case Sequence(var mark, var items) when steps.get(depth) instanceof Integer place -> {
        if (place >= items.size()) {
          throw unreachable(value, depth, "the list has " + items.size() + " items, from [0] on");
        }
        List<ConfigNode> all = new ArrayList<>(items);
        all.set(place, set(items.get(place), depth + 1, value));
        yield new Sequence(mark, all);
      }
      default -> throw unreachable(value, depth, "it is " + node.inWords());
    };
  }

  private ConfigNode below(Mapping mapping, String key, int depth, ConfigNode value) {
    return set(
        mapping.get(key).orElseGet(() -> new Mapping(value.mark(), Map.of())), depth + 1, value);
  }

  private static boolean isNothing(ConfigNode node) {
    return node instanceof ConfigNode.Scalar scalar
        && scalar.shape() == ConfigNode.Scalar.Shape.NOTHING;
  }

  private ConfigException unreachable(ConfigNode value, int depth, String why) {
    String here = new ConfigPath(steps.subList(0, depth)).toString();
    return new ConfigException(value.mark(), here, "there is no way on to " + this, why);
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
