package io.gradus.random;

/// Where a stream comes from: a kind of generator and its seed.
public record Source(Algorithm generator, long seed) {
  /// Takes only a seed that the generator has.
  ///
  /// @throws IllegalArgumentException if this kind of generator has no such seed
  public Source {
    switch (generator) {
      case PHILOX, CPYTHON, TORCH -> {}
      case NUMPY_LEGACY -> NumpyLegacy.requireSeed(seed);
      case EUREKA -> Eureka.requireSeed(seed);
    }
  }

  /// The stream at its beginning.
  Generator begin() {
    return generator.generator(seed);
  }
}
