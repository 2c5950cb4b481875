package io.gradus.random;

import java.util.Arrays;

/// The Mersenne Twister MT19937, the source of 32-bit words under CPython and NumPy (Matsumoto and
/// Nishimura 1998, seeding of 2002).
final class MersenneTwister {
  /// How many words [#words()] has: the 624 of the recurrence and the position within them.
  static final int STATE_WORDS = 625;

  private static final int SIZE = 624;
  private static final int SHIFT = 397;

  private final int[] words;
  private int position;

  private MersenneTwister(int[] words, int position) {
    this.words = words;
    this.position = position;
  }

  /// The twister of one 32-bit seed (`init_genrand`).
  static MersenneTwister seeded(int seed) {
    int[] words = new int[SIZE];
    words[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      words[i] = 1_812_433_253 * mixed(words[i - 1]) + i;
    }
    return new MersenneTwister(words, SIZE);
  }

  /// The twister of a seed of any number of words, the lowest first (`init_by_array`).
  static MersenneTwister seeded(int[] seed) {
    int[] words = seeded(19_650_218).words;
    int i = 1;
    for (int k = 0; k < Math.max(SIZE, seed.length); k++) {
      int j = k % seed.length;
      words[i] = (words[i] ^ mixed(words[i - 1]) * 1_664_525) + seed[j] + j;
      i = following(i, words);
    }
    for (int k = 0; k < SIZE - 1; k++) {
      words[i] = (words[i] ^ mixed(words[i - 1]) * 1_566_083_941) - i;
      i = following(i, words);
    }
    words[0] = 0x8000_0000;
    return new MersenneTwister(words, SIZE);
  }

  private static int mixed(int word) {
    return word ^ (word >>> 30);
  }

  private static int following(int i, int[] words) {
    if (i + 1 < SIZE) {
      return i + 1;
    }
    words[0] = words[SIZE - 1];
    return 1;
  }

  /// The twister whose [#words()] are `state`.
  static MersenneTwister of(long[] state) {
    int[] words = new int[SIZE];
    for (int i = 0; i < SIZE; i++) {
      if (state[i] != Integer.toUnsignedLong((int) state[i])) {
        throw new IllegalArgumentException(
            "twister word " + i + " = " + state[i] + " must be in 0 .. 4294967295");
      }
      words[i] = (int) state[i];
    }
    if (Arrays.equals(words, new int[SIZE])) {
      throw new IllegalArgumentException("twister words are all 0: they would stay so for ever");
    }
    if (state[SIZE] < 0 || state[SIZE] > SIZE) {
      throw new IllegalArgumentException(
          "twister position = " + state[SIZE] + " must be in 0 .. " + SIZE);
    }
    return new MersenneTwister(words, (int) state[SIZE]);
  }

  MersenneTwister copy() {
    return new MersenneTwister(words.clone(), position);
  }

  long[] words() {
    long[] state = new long[STATE_WORDS];
    for (int i = 0; i < SIZE; i++) {
      state[i] = Integer.toUnsignedLong(words[i]);
    }
    state[SIZE] = position;
    return state;
  }

  /// The next 32 bits.
  int next() {
    if (position == SIZE) {
      twist();
    }
    int y = words[position];
    position++;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9D2C_5680;
    y ^= (y << 15) & 0xEFC6_0000;
    return y ^ (y >>> 18);
  }

  /// The next double in `[0, 1)`: the top 27 bits of a word, then the top 26 of another.
  double uniform() {
    int high = next() >>> 5;
    int low = next() >>> 6;
    return (((long) high << 26) | low) * 0x1p-53;
  }

  private void twist() {
    for (int i = 0; i < SIZE; i++) {
      int y = (words[i] & 0x8000_0000) | (words[(i + 1) % SIZE] & 0x7FFF_FFFF);
      words[i] = words[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908_B0DF);
    }
    position = 0;
  }
}
