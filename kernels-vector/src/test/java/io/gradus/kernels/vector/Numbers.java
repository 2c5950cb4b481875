package io.gradus.kernels.vector;

import java.util.Random;

/// Arrays to compare kernels on.
final class Numbers {
  private Numbers() {}

  /// Around every vector's width, and long enough for blocks to end inside.
  static final int[] LENGTHS = {
    0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 27, 31, 32, 33, 63, 64, 65, 100, 1000, 4097
  };

  private static final float[] SPECIAL = {
    0, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, 100, -100
  };

  /// Numbers of both signs, about 1 in size.
  static float[] ordinary(int n, int seed) {
    Random random = new Random(seed);
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = (float) (2 * random.nextGaussian());
    }
    return x;
  }

  /// The same with one in about ten special.
  static float[] mixed(int n, int seed) {
    Random random = new Random(~seed);
    float[] x = ordinary(n, seed);
    for (int i = random.nextInt(10); i < n; i += 1 + random.nextInt(20)) {
      x[i] = SPECIAL[random.nextInt(SPECIAL.length)];
    }
    return x;
  }
}
