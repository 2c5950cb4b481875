package io.gradus.nn;

import static io.gradus.plugin.Require.require;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which parameters are meant: a name in which `*` stands for any characters, as in
/// `layers.*.bias`.
public record NamePattern(String text) {
  /// Whether a name is meant.
  public boolean matches(String name) {
    String expression =
        Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return name.matches(expression);
  }

  /// Whether one of several patterns means a name.
  public static boolean any(List<NamePattern> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(name));
  }

  /// That at least one name is meant; an `IllegalArgumentException` lists the names.
  ///
  /// @param setting where the pattern stands
  public void requireOne(String setting, List<String> names) {
    require(
        names.stream().anyMatch(this::matches),
        "%s: '%s' matches no parameter; there are %s",
        setting,
        text,
        names.stream().limit(12).collect(Collectors.joining(", "))
            + (names.size() > 12 ? ", ..." : ""));
  }
}
