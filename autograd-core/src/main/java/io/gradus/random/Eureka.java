package io.gradus.random;

import java.util.OptionalDouble;

/// The `RNG` of EurekaLabsAI's LLM101n modules: xorshift64* (Marsaglia 2003, Vigna 2016).
///
/// - word: `x ^= x >> 12`, `x ^= x << 25`, `x ^= x >> 27`; the high half of `x ·
///   0x2545F4914F6CDD1D`
/// - uniform: `random()`; the top 24 bits of a word · 2⁻²⁴
/// - Gaussian: of two uniforms u, v, `√(-2 ln u) cos 2πv` now, the same with sin at the next call;
///   u is drawn again while it is 0
/// - choice: `sample_discrete`; the first i with `cᵢ > u`
/// - below n, shuffle: not published; a word w gives `⌊nw / 2³²⌋`, drawn again while `nw mod 2³² <
///   2³² mod n` (Lemire 2019), and the shuffle is that of [Generator]
public final class Eureka implements Generator {
  private static final StateFrame FRAME = new StateFrame("eureka 1", 1);
  private static final long MULTIPLIER = 0x2545_F491_4F6C_DD1DL;

  private long state;
  private OptionalDouble spare = OptionalDouble.empty();

  /// The generator after `RNG(seed)`.
  ///
  /// @throws IllegalArgumentException if `seed` is 0, which would stay 0 for ever
  public Eureka(long seed) {
    requireSeed(seed);
    this.state = seed;
  }

  static void requireSeed(long seed) {
    if (seed == 0) {
      throw new IllegalArgumentException("seed = 0 must not be 0 for xorshift: it would stay 0");
    }
  }

  /// The next 32 bits.
  long word() {
    state ^= state >>> 12;
    state ^= state << 25;
    state ^= state >>> 27;
    return (state * MULTIPLIER) >>> 32;
  }

  @Override
  public double uniform() {
    return (word() >>> 8) * 0x1p-24;
  }

  @Override
  public double gaussian() {
    if (spare.isPresent()) {
      double second = spare.getAsDouble();
      spare = OptionalDouble.empty();
      return second;
    }
    double first = uniform();
    while (first == 0) {
      first = uniform();
    }
    double radius = Math.sqrt(-2 * StrictMath.log(first));
    double angle = 2 * Math.PI * uniform();
    spare = OptionalDouble.of(radius * StrictMath.sin(angle));
    return radius * StrictMath.cos(angle);
  }

  @Override
  public int below(int bound) {
    return Lemire.below(bound, this::word);
  }

  @Override
  public Eureka copy() {
    var copy = new Eureka(state);
    copy.spare = spare;
    return copy;
  }

  @Override
  public long[] state() {
    return FRAME.wrap(new long[] {state}, spare);
  }

  @Override
  public void restore(long[] saved) {
    long restored = FRAME.own(saved)[0];
    requireSeed(restored);
    spare = FRAME.spare(saved);
    state = restored;
  }
}
