package io.gradus.tensor;

/// The array that holds a tensor's numbers, perhaps lent by a [Workspace].
sealed interface Storage {
  DType type();

  /// How long the array may be read.
  Loan loan();

  /// 32-bit numbers.
  record Floats(float[] array, Loan loan) implements Storage {
    @Override
    public DType type() {
      return DType.FLOAT32;
    }
  }

  /// 64-bit numbers.
  record Doubles(double[] array, Loan loan) implements Storage {
    @Override
    public DType type() {
      return DType.FLOAT64;
    }
  }

  /// The floats of a storage that has them.
  ///
  /// @throws IllegalStateException if its workspace has ended
  static float[] floats(Storage storage) {
    return switch (storage) {
      case Floats(var array, var loan) -> {
        loan.check();
        yield array;
      }
      case Doubles _ -> throw new IllegalArgumentException("the numbers are FLOAT64");
    };
  }

  /// The doubles of a storage that has them.
  ///
  /// @throws IllegalStateException if its workspace has ended
  static double[] doubles(Storage storage) {
    return switch (storage) {
      case Doubles(var array, var loan) -> {
        loan.check();
        yield array;
      }
      case Floats _ -> throw new IllegalArgumentException("the numbers are FLOAT32");
    };
  }
}
