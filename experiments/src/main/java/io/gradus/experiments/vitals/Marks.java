package io.gradus.experiments.vitals;

/// From where on something stands out.
///
/// They follow makemore part 3, which looks at the same numbers, and lie well outside of what it
/// shows of networks that learn: a mark is to find what is broken, not what could be better.
final class Marks {
  /// Share of a tanh's outputs beyond ±0.97. Part 3 shows 20 % in the first layer of a network that
  /// learns well, and mends one with 61 %.
  static final double SATURATED = 0.3;

  /// Share of the units that are stuck for every example of one batch. Some are by chance, for the
  /// examples of that batch.
  static final double DEAD = 0.1;

  /// How often larger a gradient may be at one end of the network than at the other. Part 3's deep
  /// networks stay below 2 with batch norm, and reach 10 without it and with the wrong gain.
  static final double GRADIENTS = 100;

  /// log₁₀ of update to data: part 3 wants -3, finds -2 too fast and below -4 too slow. Above -1 a
  /// step changes each weight by a tenth of what the weights are.
  static final double TOO_FAST = -1;

  /// The same, downwards: so a weight needs 100,000 steps to become another.
  static final double TOO_SLOW = -5;

  private Marks() {}
}
