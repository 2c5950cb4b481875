package io.gradus.random;

/// The kinds of generator that a run can name.
public enum Algorithm {
  /// The counter-based generator of new runs, any seed.
  PHILOX,
  /// The `random` module of CPython, any seed, its sign ignored.
  CPYTHON,
  /// The `np.random.RandomState` of NumPy, seeds in `0 .. 2³² - 1`.
  NUMPY_LEGACY,
  /// The `torch.Generator` of PyTorch on a processor, any seed, of which its low 32 bits count.
  TORCH,
  /// The `RNG` of EurekaLabsAI, any seed but 0.
  EUREKA;

  /// A generator of this kind at the beginning of the stream of `seed`; Philox takes it as its key.
  ///
  /// @throws IllegalArgumentException if this kind of generator has no such seed
  public Generator generator(long seed) {
    return switch (this) {
      case PHILOX -> new Philox(seed);
      case CPYTHON -> new CPython(seed);
      case NUMPY_LEGACY -> new NumpyLegacy(seed);
      case TORCH -> new Torch(seed);
      case EUREKA -> new Eureka(seed);
    };
  }
}
