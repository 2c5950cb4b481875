package io.gradus.kernels.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// How wide the vectors of the elementwise kernels and the reductions are.
final class Lanes {
  private Lanes() {}

  /// The processor's width; 4, 8 or 16 floats, so that the 16 lanes of a sum are whole vectors.
  static final VectorSpecies<Float> SPECIES =
      switch (FloatVector.SPECIES_PREFERRED.length()) {
        case 1, 2, 4 -> FloatVector.SPECIES_128;
        case 8 -> FloatVector.SPECIES_256;
        default -> FloatVector.SPECIES_512;
      };

  static final int COUNT = SPECIES.length();

  /// Whether the last elements of a row go through a masked vector. Of 4 lanes they are few, and
  /// such processors may lack masked loads, which would then be made of objects.
  static final boolean MASKED = COUNT >= 8;

  /// How many of `n` elements the vector loops do; the plain loops do the rest.
  static int whole(int n) {
    return MASKED ? n : SPECIES.loopBound(n);
  }
}
