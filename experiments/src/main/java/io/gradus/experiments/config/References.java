package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.experiments.config.ConfigNode.Scalar;
import io.gradus.experiments.config.ConfigNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces `${path}` by what stands at that path, whatever it is; `${path} + 10` and `${path} -
/// 10` shift a whole number.
final class References {
  private static final Pattern WHOLE =
      Pattern.compile("\\$\\{\\s*([^}]*?)\\s*}(?:\\s*([+-])\\s*(\\d{1,18}))?");

  private final ConfigNode root;
  private final List<Problem> problems = new ArrayList<>();

  private References(ConfigNode root) {
    this.root = root;
  }

  /// The tree without references; a [ConfigException] for those that lead nowhere.
  static ConfigNode resolved(ConfigNode root) {
    var references = new References(root);
    ConfigNode tree = references.resolve(root, "", List.of());
    if (!references.problems.isEmpty()) {
      throw new ConfigException(references.problems);
    }
    return tree;
  }

  private ConfigNode resolve(ConfigNode node, String path, List<String> chain) {
    return switch (node) {
      case Scalar scalar -> scalar(scalar, path, chain);
      case Sequence(var mark, var items) -> {
        List<ConfigNode> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
          all.add(resolve(items.get(i), path + "[" + i + "]", chain));
        }
        yield new Sequence(mark, all);
      }
      case Mapping(var mark, var entries) -> {
        Map<String, Mapping.Entry> all = new LinkedHashMap<>();
        entries.forEach((key, entry) ->
            all.put(
                key,
                new Mapping.Entry(
                    entry.key(), resolve(entry.value(), ConfigPath.join(path, key), chain))));
        yield new Mapping(mark, all);
      }
    };
  }

  private ConfigNode scalar(Scalar scalar, String path, List<String> chain) {
    if (scalar.shape() != Scalar.Shape.TEXT || !scalar.text().contains("${")) {
      return scalar;
    }
    Matcher reference = WHOLE.matcher(scalar.text());
    if (!reference.matches()) {
      return problem(scalar, path, "a reference must be the whole value, as ${path}", "");
    }
    String name = reference.group(1);
    if (chain.contains(name)) {
      String circle = String.join(" -> ", chain) + " -> " + name;
      return problem(scalar, path, "the reference goes in a circle: " + circle, "");
    }
    Optional<ConfigNode> target = ConfigPath.parse(name).flatMap(there -> there.in(root));
    if (target.isEmpty()) {
      List<String> known = new ArrayList<>();
      scalarPaths(root, "", known);
      String hint = Nearest.to(name, known).map(near -> "did you mean '" + near + "'?").orElse("");
      return problem(scalar, path, "there is no '" + name + "' to refer to", hint);
    }
    List<String> longer = new ArrayList<>(chain);
    longer.add(name);
    ConfigNode value = resolve(target.get(), path, longer).at(scalar.mark());
    return reference.group(2) == null
        ? value
        : shifted(scalar, path, value, reference.group(2) + reference.group(3));
  }

  private ConfigNode shifted(Scalar scalar, String path, ConfigNode value, String offset) {
    try {
      if (value instanceof Scalar(var mark, var shape, var text) && shape == Scalar.Shape.NUMBER) {
        long sum = Math.addExact(Long.parseLong(text), Long.parseLong(offset));
        return new Scalar(mark, Scalar.Shape.NUMBER, Long.toString(sum));
      }
      return problem(scalar, path, "cannot shift " + value.inWords() + " by " + offset, "");
    } catch (ArithmeticException | NumberFormatException _) {
      return problem(scalar, path, "cannot shift " + value.inWords() + " by " + offset, "");
    }
  }

  private ConfigNode problem(Scalar scalar, String path, String what, String hint) {
    problems.add(new Problem(scalar.mark(), path, what, hint));
    return scalar;
  }

  private static void scalarPaths(ConfigNode node, String path, List<String> out) {
    switch (node) {
      case Scalar _ -> out.add(path);
      case Sequence(_, var items) -> {
        for (int i = 0; i < items.size(); i++) {
          scalarPaths(items.get(i), path + "[" + i + "]", out);
        }
      }
      case Mapping(_, var entries) ->
          entries.forEach(
              (key, entry) -> scalarPaths(entry.value(), ConfigPath.join(path, key), out));
    }
  }
}
