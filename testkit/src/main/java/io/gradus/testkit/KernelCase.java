package io.gradus.testkit;

import io.gradus.kernels.Kernels;
import io.gradus.kernels.Workers;
import io.gradus.random.Generator;
import io.gradus.random.Philox;
import java.util.Arrays;

/// One use of one kernel.
///
/// @param name the kernel and its sizes
/// @param size how many numbers it writes
record KernelCase(String name, int size, Use kernel) {
  /// Around the edges of lanes, vectors of each width, register tiles and blocks.
  static final int[] SIZES = {1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 257};

  static final Workers THREE = Workers.of(3);

  private static final float[] SPECIAL = {
    0f,
    -0f,
    1f,
    -1f,
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.MIN_VALUE,
    -Float.MIN_NORMAL,
    Float.MAX_VALUE,
    88.7f,
    -103.9f
  };

  /// Calls a kernel.
  @FunctionalInterface
  interface Use {
    /// Writes what it computes, always of the same numbers, into `out`.
    void run(Kernels kernels, Workers workers, float[] out);
  }

  /// What it writes over a 7 in each place.
  float[] out(Kernels kernels, Workers workers) {
    float[] out = new float[size];
    Arrays.fill(out, 7);
    kernel.run(kernels, workers, out);
    return out;
  }

  /// Numbers from -4 to 4, the same for the same seed.
  static float[] finite(int size, int seed) {
    Generator generator = new Philox(seed);
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (float) generator.uniform(-4, 4);
    }
    return numbers;
  }

  /// The same with zeros, infinities, NaN and the ends of the range among them.
  static float[] mixed(int size, int seed) {
    float[] numbers = finite(size, seed);
    for (int i = 0; i < size; i += 3) {
      numbers[i] = SPECIAL[(i + seed) % SPECIAL.length];
    }
    return numbers;
  }
}
