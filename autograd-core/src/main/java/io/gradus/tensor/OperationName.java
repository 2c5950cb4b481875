package io.gradus.tensor;

import java.util.Locale;
import java.util.regex.Pattern;

/// An operation's record as people say it: `Sum[axes=[0], keep=true]` is `sum(axes=[0],
/// keep=true)`.
final class OperationName {
  private OperationName() {}

  private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  /// `mask=mask (3, 3)`, which says it twice.
  private static final Pattern TWICE = Pattern.compile("(?i)\\b(\\w+)=\\1\\b");

  static String of(Operation operation) {
    // what is no record would say its address
    String text =
        operation instanceof Record ? operation.toString() : operation.getClass().getSimpleName();
    int bracket = text.indexOf('[');
    String type = bracket < 0 ? text : text.substring(0, bracket);
    String words = NEXT_WORD.matcher(type).replaceAll(" ").toLowerCase(Locale.ROOT);
    String attributes = bracket < 0 ? "" : text.substring(bracket + 1, text.length() - 1);
    return attributes.isEmpty()
        ? words
        : words + "(" + TWICE.matcher(attributes).replaceAll("$1") + ")";
  }
}
