package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.experiments.config.ConfigNode.Scalar;
import io.gradus.experiments.config.ConfigNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Replaces `${path}` by what stands at that path, whatever it is; `${path} + 10` and `${path} -
/// 10` shift a whole number.
final class References {
  private static final Pattern WHOLE =
      Pattern.compile("\\$\\{\\s*([^}]+?)\\s*}(?:\\s*([+-])\\s*(\\d{1,18}))?");

  /// The same for other programs, as ECMAScript writes it.
  static final String PATTERN = "^\\$\\{[^}]+\\}(\\s*[+-]\\s*[0-9]{1,18})?$";

  /// No experiment has as many settings; references to references soon do.
  private static final int MOST = 100_000;

  private final ConfigNode root;
  private final Problems problems;
  private final Set<String> circles = new HashSet<>();
  private int made;

  private References(ConfigNode root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /// The tree without references; those that lead nowhere are noted, and broken in the tree.
  static ConfigNode resolved(ConfigNode root, Problems problems) {
    return new References(root, problems).resolve(root, "", List.of());
  }

  /// @param path where the node itself stands
  /// @param chain the references on the way to it
  private ConfigNode resolve(ConfigNode node, String path, List<String> chain) {
    if (++made > MOST) {
      throw problems.and(
          new Problem(
              node.mark(),
              path,
              "the references make this too large",
              "at most %d settings".formatted(MOST)));
    }
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
      return broken(scalar, path, "a reference must be the whole value", "such as ${seed}");
    }
    String name = reference.group(1);
    if (isWithin(path, name)) {
      return circle(scalar, path, List.of(name));
    }
    if (chain.contains(name)) {
      return circle(scalar, path, chain.subList(chain.indexOf(name), chain.size()));
    }
    Optional<ConfigNode> target = ConfigPath.parse(name).flatMap(there -> there.in(root));
    if (target.isEmpty()) {
      String hint =
          Nearest.to(name, ConfigPath.all(root))
              .map(near -> "did you mean ${" + near + "}?")
              .orElse("");
      String what = "there is no '" + Problem.shortened(name) + "' to refer to";
      return broken(scalar, path, what, hint);
    }
    List<String> longer = new ArrayList<>(chain);
    longer.add(name);
    ConfigNode value = resolve(target.get(), name, longer).at(scalar.mark());
    return reference.group(2) == null
        ? value
        : shifted(scalar, path, value, reference.group(2) + reference.group(3));
  }

  /// Whether a setting is this one or inside it.
  private static boolean isWithin(String path, String other) {
    return path.startsWith(other)
        && (path.length() == other.length() || ".[".indexOf(path.charAt(other.length())) >= 0);
  }

  /// A circle is one mistake, from wherever one enters it.
  private ConfigNode circle(Scalar scalar, String path, List<String> round) {
    if (round.stream().anyMatch(circles::contains)) {
      return Scalar.broken(scalar.mark());
    }
    circles.addAll(round);
    String all = String.join(" -> ", round) + " -> " + round.getFirst();
    return broken(scalar, path, "the reference goes in a circle: " + all, "");
  }

  private ConfigNode shifted(Scalar scalar, String path, ConfigNode value, String offset) {
    if (value.is(Scalar.Shape.BROKEN)) {
      return value;
    }
    try {
      if (value instanceof Scalar number && number.is(Scalar.Shape.NUMBER)) {
        long sum = Math.addExact(Long.parseLong(number.text()), Long.parseLong(offset));
        return new Scalar(number.mark(), Scalar.Shape.NUMBER, Long.toString(sum));
      }
    } catch (ArithmeticException | NumberFormatException _) {
      // no whole number, or too large a one: said below
    }
    String what =
        "only a whole number can be shifted by %s, not %s".formatted(offset, value.inWords());
    return broken(scalar, path, what, "");
  }

  private ConfigNode broken(Scalar scalar, String path, String what, String hint) {
    problems.report(scalar.mark(), path, what, hint);
    return Scalar.broken(scalar.mark());
  }
}
