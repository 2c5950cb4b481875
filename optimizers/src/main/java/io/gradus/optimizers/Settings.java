package io.gradus.optimizers;

import static io.gradus.plugin.Require.require;

/// What the settings of rules and schedules may be.
final class Settings {
  private Settings() {}

  /// Refuses what is below zero, infinite or no number.
  static void atLeastZero(String name, double value) {
    require(Double.isFinite(value) && value >= 0, "%s = %s must be at least 0", name, value);
  }

  /// Refuses what is not above zero, infinite or no number.
  static void aboveZero(String name, double value) {
    require(Double.isFinite(value) && value > 0, "%s = %s must be above 0", name, value);
  }

  /// Refuses what is no share of a running mean.
  static void belowOne(String name, double value) {
    require(value >= 0 && value < 1, "%s = %s is outside [0, 1)", name, value);
  }

  /// Refuses what is no whole share.
  static void atMostOne(String name, double value) {
    require(value >= 0 && value <= 1, "%s = %s is outside [0, 1]", name, value);
  }

  /// Refuses fewer than one.
  static void atLeastOne(String name, int value) {
    require(value >= 1, "%s = %d must be at least 1", name, value);
  }

  /// Refuses fewer than none.
  static void atLeastZero(String name, int value) {
    require(value >= 0, "%s = %d must be at least 0", name, value);
  }
}
