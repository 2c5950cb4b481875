package io.gradus.random;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/// The `torch.Generator` of PyTorch on a processor: the same seed and calls give the draws of
/// `torch`, its numbers as float32.
///
/// The words are those of MT19937, seeded by the low 32 bits of the seed; a long word is two of
/// them, the high half first.
///
/// - uniform: `torch.rand`; the low 24 bits of a word · 2⁻²⁴, between bounds in float arithmetic
/// - Gaussians of fewer than 16 numbers: `θ = 2πu₁`, `r = √(-2 ln(1 - u₂))`, of two uniforms of 53
///   bits from long words; `r cos θ` now and `r sin θ` at the next number, even of another tensor
/// - Gaussians of 16 numbers and more: as many uniforms; in each block of 16, `u₁ = 1 - d[j]` and
///   `u₂ = d[j + 8]` become `√(-2 ln u₁) cos 2πu₂` and the same with sin; where the count is no
///   multiple of 16, the last 16 places are drawn again
/// - below n: `torch.randint`; a word modulo n
/// - shuffle: the order of `torch.randperm`, from the front: a word modulo how many are left
/// - choice: `torch.multinomial` with replacement, see [Choice#TORCH_CDF]
///
/// Logarithm, sine and cosine are those of `StrictMath` in double precision; PyTorch takes its own
/// in float32, so Gaussians agree to about 1e-6. Rules:
/// aten/src/ATen/native/cpu/DistributionTemplates.h and aten/src/ATen/core/DistributionsHelper.h of
/// PyTorch 1.13.
public final class Torch implements Generator {
  private static final StateFrame FRAME = new StateFrame("torchcp1", MersenneTwister.STATE_WORDS);

  /// Numbers of a vectorised fill, half of them cosines and half of them sines.
  private static final int BLOCK = 16;

  private MersenneTwister twister;
  private OptionalDouble spare = OptionalDouble.empty();

  /// The generator after `manual_seed(seed)`.
  public Torch(long seed) {
    this.twister = MersenneTwister.seeded((int) seed);
  }

  /// A generator of its own, seeded by this one as a `DataLoader` seeds that of its sampler: two
  /// long words are drawn, and the second, modulo 2⁶³, is the seed.
  public Torch sampler() {
    long _ = longWord(); // the seed of the loader's workers
    return new Torch(longWord() & Long.MAX_VALUE);
  }

  /// The next word, in `0 .. 2³² - 1`.
  long word() {
    return Integer.toUnsignedLong(twister.next());
  }

  @Override
  public double uniform() {
    return (word() & 0xFF_FFFF) * 0x1p-24;
  }

  @Override
  public double uniform(double low, double high) {
    return (float) uniform() * ((float) high - (float) low) + (float) low;
  }

  @Override
  public double wideUniform() {
    return (longWord() & ((1L << 53) - 1)) * 0x1p-53;
  }

  private long longWord() {
    long high = word();
    return (high << 32) | word();
  }

  @Override
  public double gaussian() {
    if (spare.isPresent()) {
      double second = spare.getAsDouble();
      spare = OptionalDouble.empty();
      return second;
    }
    double angle = 2 * Math.PI * wideUniform();
    double radius = Math.sqrt(-2 * StrictMath.log1p(-wideUniform()));
    spare = OptionalDouble.of(radius * StrictMath.sin(angle));
    return radius * StrictMath.cos(angle);
  }

  @Override
  public double[] gaussians(int count) {
    return gaussians(count, this::uniform);
  }

  @Override
  public double[] wideGaussians(int count) {
    return gaussians(count, this::wideUniform);
  }

  private double[] gaussians(int count, DoubleSupplier uniform) {
    double[] numbers = new double[count];
    if (count < BLOCK) {
      Arrays.setAll(numbers, _ -> gaussian());
      return numbers;
    }
    Arrays.setAll(numbers, _ -> uniform.getAsDouble());
    for (int at = 0; at + BLOCK <= count; at += BLOCK) {
      turn(numbers, at);
    }
    if (count % BLOCK != 0) {
      for (int i = count - BLOCK; i < count; i++) {
        numbers[i] = uniform.getAsDouble();
      }
      turn(numbers, count - BLOCK);
    }
    return numbers;
  }

  /// Box and Muller's transform of 16 uniforms in place.
  private static void turn(double[] numbers, int at) {
    for (int j = at; j < at + BLOCK / 2; j++) {
      double radius = Math.sqrt(-2 * StrictMath.log(1 - numbers[j]));
      double angle = 2 * Math.PI * numbers[j + BLOCK / 2];
      numbers[j] = radius * StrictMath.cos(angle);
      numbers[j + BLOCK / 2] = radius * StrictMath.sin(angle);
    }
  }

  @Override
  public int below(int bound) {
    Arguments.requireBound(bound);
    return (int) (word() % bound);
  }

  @Override
  public void shuffle(List<?> items) {
    for (int i = 0; i < items.size() - 1; i++) {
      Collections.swap(items, i, i + below(items.size() - i));
    }
  }

  @Override
  public int choice(double[] weights) {
    return Choice.TORCH_CDF.draw(weights, this);
  }

  private Torch(MersenneTwister twister, OptionalDouble spare) {
    this.twister = twister;
    this.spare = spare;
  }

  @Override
  public Torch copy() {
    return new Torch(twister.copy(), spare);
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
