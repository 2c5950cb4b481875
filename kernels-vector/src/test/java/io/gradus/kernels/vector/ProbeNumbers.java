package io.gradus.kernels.vector;

import io.gradus.random.Algorithm;
import io.gradus.random.Generator;

/// What [NumericsProbe] computes with: the same numbers under one name in every JVM.
final class ProbeNumbers {
  private ProbeNumbers() {}

  /// Numbers of every size, among them those that are not numbers.
  static float[] numbers(String name, int n) {
    Generator generator = Algorithm.PHILOX.generator(name.hashCode());
    float[] special = {
      0f,
      -0f,
      Float.NaN,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      Float.MIN_VALUE,
      -Float.MIN_NORMAL,
      Float.MAX_VALUE,
      1f,
      -1f,
      88.8f,
      -104f
    };
    float[] numbers = new float[n];
    for (int i = 0; i < n; i++) {
      numbers[i] =
          switch (generator.below(4)) {
            case 0 -> special[generator.below(special.length)];
            case 1 -> Float.intBitsToFloat(generator.below(Integer.MAX_VALUE));
            default -> (float) generator.gaussian(0, 3);
          };
    }
    return numbers;
  }

  /// Ordinary numbers.
  static float[] finite(String name, int n) {
    Generator generator = Algorithm.PHILOX.generator(name.hashCode());
    float[] numbers = new float[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = (float) generator.gaussian();
    }
    return numbers;
  }
}
