package io.gradus.random;

import java.util.OptionalDouble;

/// The `RandomState` of NumPy: the same seed and calls give the same draws as `np.random`.
///
/// - uniform: `random_sample()`
/// - Gaussian: `standard_normal()`; a point (x, y) of the unit disc without its centre, found by
///   rejection, `s = x² + y²`, `f = √(-2 ln s / s)`; `f·y` now and `f·x` at the next call
///   (Marsaglia's polar method). The logarithm is that of `StrictMath`; NumPy takes the platform's,
///   which may differ in the last bits.
/// - below n: `randint(n)`; the low bits of a word that n - 1 needs, drawn again while they exceed
///   it; nothing is drawn for n = 1
/// - shuffle: `shuffle()` of a list or a one-dimensional array
/// - choice: `choice(n, p = weights / sum)`; the first i with `cᵢ / cₙ₋₁ > u`
public final class NumpyLegacy implements Generator {
  private static final StateFrame FRAME = new StateFrame("numpyrs1", MersenneTwister.STATE_WORDS);
  private static final long LARGEST_SEED = 0xFFFF_FFFFL;

  private MersenneTwister twister;
  private OptionalDouble spare = OptionalDouble.empty();

  /// The generator after `np.random.seed(seed)`.
  ///
  /// @throws IllegalArgumentException if `seed` is not in `0 .. 2³² - 1`
  public NumpyLegacy(long seed) {
    requireSeed(seed);
    this.twister = MersenneTwister.seeded((int) seed);
  }

  static void requireSeed(long seed) {
    if (seed < 0 || seed > LARGEST_SEED) {
      throw new IllegalArgumentException(
          "seed = " + seed + " must be in 0 .. " + LARGEST_SEED + " for NumPy's RandomState");
    }
  }

  @Override
  public double uniform() {
    return twister.uniform();
  }

  @Override
  public double gaussian() {
    if (spare.isPresent()) {
      double second = spare.getAsDouble();
      spare = OptionalDouble.empty();
      return second;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * uniform() - 1;
      y = 2 * uniform() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
    spare = OptionalDouble.of(factor * x);
    return factor * y;
  }

  @Override
  public int below(int bound) {
    Arguments.requireBound(bound);
    int largest = bound - 1;
    if (largest == 0) {
      return 0;
    }
    int mask = -1 >>> Integer.numberOfLeadingZeros(largest);
    int drawn = twister.next() & mask;
    while (drawn > largest) {
      drawn = twister.next() & mask;
    }
    return drawn;
  }

  @Override
  public int choice(double[] weights) {
    double total = Arguments.total(weights);
    double fraction = uniform();
    double sum = 0;
    for (int i = 0; i < weights.length - 1; i++) {
      sum += weights[i];
      if (sum / total > fraction) {
        return i;
      }
    }
    return weights.length - 1;
  }

  private NumpyLegacy(MersenneTwister twister, OptionalDouble spare) {
    this.twister = twister;
    this.spare = spare;
  }

  @Override
  public NumpyLegacy copy() {
    return new NumpyLegacy(twister.copy(), spare);
  }

  @Override
  public long[] state() {
    return FRAME.wrap(twister.words(), spare);
  }

  @Override
  public void restore(long[] state) {
    MersenneTwister restored = MersenneTwister.of(FRAME.own(state));
    spare = FRAME.spare(state);
    twister = restored;
  }
}
