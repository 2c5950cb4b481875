package io.gradus.plugin;

import java.util.Locale;

/// The rule that a setting breaks, said with its value: `out = 0 must be at least 1`.
///
/// Compact constructors call it, so that a record which exists is a valid one.
public final class Require {
  private Require() {}

  /// Throws an [IllegalArgumentException] with the formatted message unless the condition holds.
  public static void require(boolean condition, String message, Object... values) {
    if (!condition) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
    }
  }
}
