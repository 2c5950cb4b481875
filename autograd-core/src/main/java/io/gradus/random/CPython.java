package io.gradus.random;

import java.util.OptionalDouble;

/// The `random.Random` of CPython 3.11: the same seed and calls give the same draws as `random`.
///
/// - uniform: `random()`
/// - Gaussian: `gauss()`; `θ = 2πu`, `r = √(-2 ln(1 - v))`; `r cos θ` now and `r sin θ` at the next
///   call. Logarithm, sine and cosine are those of `StrictMath`; Python takes the platform's, which
///   may differ in the last bits.
/// - below n: `randrange(n)`; as many bits as n has, drawn again while they are n or more
/// - shuffle: `shuffle()`
/// - choice: `choices(range(n), weights)`
public final class CPython implements Generator {
  private static final StateFrame FRAME = new StateFrame("cpython1", MersenneTwister.STATE_WORDS);

  private MersenneTwister twister;
  private OptionalDouble spare = OptionalDouble.empty();

  /// The generator after `random.seed(seed)`, which ignores the sign.
  public CPython(long seed) {
    // The magnitude of Long.MIN_VALUE is 2⁶³: Math.abs keeps its bits, read here as unsigned.
    long magnitude = Math.abs(seed);
    int low = (int) magnitude;
    int high = (int) (magnitude >>> 32);
    this.twister = MersenneTwister.seeded(high == 0 ? new int[] {low} : new int[] {low, high});
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
    double angle = uniform() * (2 * Math.PI);
    double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
    spare = OptionalDouble.of(StrictMath.sin(angle) * radius);
    return StrictMath.cos(angle) * radius;
  }

  @Override
  public int below(int bound) {
    Arguments.requireBound(bound);
    int unwanted = Integer.numberOfLeadingZeros(bound);
    int drawn = twister.next() >>> unwanted;
    while (drawn >= bound) {
      drawn = twister.next() >>> unwanted;
    }
    return drawn;
  }

  private CPython(MersenneTwister twister, OptionalDouble spare) {
    this.twister = twister;
    this.spare = spare;
  }

  @Override
  public CPython copy() {
    return new CPython(twister.copy(), spare);
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
