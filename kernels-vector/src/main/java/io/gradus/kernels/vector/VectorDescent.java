package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.Lanes.COUNT;
import static io.gradus.kernels.vector.Lanes.SPECIES;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// A step of gradient descent, and what became of the numbers, in one pass.
final class VectorDescent {
  private VectorDescent() {}

  /// As [io.gradus.kernels.Kernels#descend], of whole vectors.
  ///
  /// What is finite, less itself, is 0; NaN and the infinities give NaN, and a sum keeps it.
  static boolean step(float rate, float[] g, int i, float[] w, int k, int n) {
    FloatVector odd = FloatVector.zero(SPECIES);
    for (int c = 0; c < n; c += COUNT) {
      FloatVector next = fromArray(SPECIES, w, k + c).sub(fromArray(SPECIES, g, i + c).mul(rate));
      next.intoArray(w, k + c);
      odd = odd.add(next.sub(next));
    }
    return !odd.test(VectorOperators.IS_NAN).anyTrue();
  }
}
