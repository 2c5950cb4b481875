package io.gradus.random;

import java.util.function.LongSupplier;

/// Whole numbers below a bound from 32-bit words w: `⌊nw / 2³²⌋`, drawn again while `nw mod 2³² <
/// 2³² mod n` (Lemire, "Fast random integer generation in an interval", 2019).
final class Lemire {
  private static final long LOW_HALF = 0xFFFF_FFFFL;

  private Lemire() {}

  static int below(int bound, LongSupplier words) {
    Arguments.requireBound(bound);
    long surplus = (1L << 32) % bound;
    long product = words.getAsLong() * bound;
    while ((product & LOW_HALF) < surplus) {
      product = words.getAsLong() * bound;
    }
    return (int) (product >>> 32);
  }
}
