package io.gradus.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which parameters are meant: a name in which `*` stands for any characters, as in
/// `layers.*.bias`.
public record NamePattern(String text) {
  /// Names in a message: enough to see how they are made.
  private static final int SHOWN = 12;

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
    if (names.stream().noneMatch(this::matches)) {
      String some = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "%s: '%s' matches no parameter; there are %s%s"
              .formatted(setting, text, some, names.size() > SHOWN ? ", ..." : ""));
    }
  }
}
