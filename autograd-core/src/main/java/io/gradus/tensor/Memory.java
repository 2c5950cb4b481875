package io.gradus.tensor;

import java.util.Arrays;

/// Arrays for results, from wherever the scope takes them.
final class Memory {
  private Memory() {}

  /// An array whose numbers may be anything: every one of them is to be written.
  static Storage unset(DType type, int n) {
    Workspace.Lease lease = Scope.current().lease();
    return switch (type) {
      case FLOAT32 -> lease.floats(n);
      case FLOAT64 -> lease.doubles(n);
    };
  }

  /// An array of one number, which the workers share.
  static Storage filled(DType type, int n, double value) {
    Storage storage = unset(type, n);
    switch (storage) {
      case Storage.Floats floats ->
          Parts.over(n, 1, (lo, hi) -> Arrays.fill(floats.array(), lo, hi, (float) value));
      case Storage.Doubles doubles ->
          Parts.over(n, 1, (lo, hi) -> Arrays.fill(doubles.array(), lo, hi, value));
    }
    return storage;
  }
}
