package io.gradus.random;

import java.util.OptionalDouble;

/// Philox 4x32-10: ten rounds of multiplication scramble a counter under a key (Salmon et al.,
/// "Parallel random numbers: as easy as 1, 2, 3", 2011).
///
/// The key has 64 bits, the counter 128 and starts at 0. Each count gives a block of four 32-bit
/// words; the words of all blocks in order are the stream, and every draw takes the next ones:
///
/// - uniform: two words a, b; `⌊(2³²a + b) / 2¹¹⌋ · 2⁻⁵³`
/// - Gaussian: two uniforms u, v; `r = √(-2 ln(1 - u))`, `θ = 2πv`; `r cos θ` now and `r sin θ` at
///   the next call (Box and Muller 1958)
/// - below n: one word w; `⌊nw / 2³²⌋`, drawn again while `nw mod 2³² < 2³² mod n` (Lemire 2019)
///
/// Different keys give independent streams. Version 1 of these rules is frozen.
public final class Philox implements Generator {
  private static final StateFrame FRAME = new StateFrame("philox 1", 4);
  private static final long LOW_HALF = 0xFFFF_FFFFL;
  private static final int WORDS = 4;
  private static final int ROUNDS = 10;

  // The constants of the paper: the first two are multipliers found by search for full diffusion,
  // the others the golden ratio and √3 - 1 as 32-bit fractions.
  private static final long MULTIPLIER_0 = 0xD251_1F53L;
  private static final long MULTIPLIER_1 = 0xCD9E_8D57L;
  private static final int KEY_STEP_0 = 0x9E37_79B9;
  private static final int KEY_STEP_1 = 0xBB67_AE85;

  private long key;
  private long counterLow;
  private long counterHigh;
  private int used;
  private int[] block;
  private OptionalDouble spare = OptionalDouble.empty();

  /// The stream of `key`, from its beginning.
  public Philox(long key) {
    this.key = key;
    this.block = block(key, 0, 0);
  }

  @Override
  public Generator part(String name) {
    return new Philox(Streams.key(key, name));
  }

  /// The four words that `key` gives at one count, in the order of Random123.
  static int[] block(long key, long counterLow, long counterHigh) {
    int c0 = (int) counterLow;
    int c1 = (int) (counterLow >>> 32);
    int c2 = (int) counterHigh;
    int c3 = (int) (counterHigh >>> 32);
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = MULTIPLIER_0 * (c0 & LOW_HALF);
      long product1 = MULTIPLIER_1 * (c2 & LOW_HALF);
      c0 = (int) (product1 >>> 32) ^ c1 ^ k0;
      c1 = (int) product1;
      c2 = (int) (product0 >>> 32) ^ c3 ^ k1;
      c3 = (int) product0;
      k0 += KEY_STEP_0;
      k1 += KEY_STEP_1;
    }
    return new int[] {c0, c1, c2, c3};
  }

  @Override
  public double uniform() {
    long high = word();
    return (((high << 32) | word()) >>> 11) * 0x1p-53;
  }

  @Override
  public double gaussian() {
    if (spare.isPresent()) {
      double second = spare.getAsDouble();
      spare = OptionalDouble.empty();
      return second;
    }
    double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
    double angle = 2 * Math.PI * uniform();
    spare = OptionalDouble.of(radius * StrictMath.sin(angle));
    return radius * StrictMath.cos(angle);
  }

  @Override
  public int below(int bound) {
    return Lemire.below(bound, this::word);
  }

  @Override
  public Philox copy() {
    var copy = new Philox(key);
    copy.counterLow = counterLow;
    copy.counterHigh = counterHigh;
    copy.used = used;
    copy.block = block; // replaced as a whole, never written to
    copy.spare = spare;
    return copy;
  }

  @Override
  public long[] state() {
    return FRAME.wrap(new long[] {key, counterLow, counterHigh, used}, spare);
  }

  @Override
  public void restore(long[] state) {
    long[] own = FRAME.own(state);
    if (own[3] < 0 || own[3] >= WORDS) {
      throw new IllegalArgumentException(
          "used words of the block = " + own[3] + " must be in 0 .. " + (WORDS - 1));
    }
    spare = FRAME.spare(state);
    key = own[0];
    counterLow = own[1];
    counterHigh = own[2];
    used = (int) own[3];
    block = block(key, counterLow, counterHigh);
  }

  /// The next word of the stream, in `0 .. 2³² - 1`.
  private long word() {
    long word = block[used] & LOW_HALF;
    used++;
    if (used == WORDS) {
      used = 0;
      counterLow++;
      if (counterLow == 0) {
        counterHigh++;
      }
      block = block(key, counterLow, counterHigh);
    }
    return word;
  }
}
