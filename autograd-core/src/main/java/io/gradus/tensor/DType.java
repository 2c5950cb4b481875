package io.gradus.tensor;

/// What a tensor's numbers are.
public enum DType {
  /// 32-bit floats: the fast path, on [io.gradus.kernels.Kernels].
  FLOAT32(4),
  /// 64-bit floats, in plain loops: for gradient checks and digit-for-digit runs.
  FLOAT64(8);

  private final int bytes;

  DType(int bytes) {
    this.bytes = bytes;
  }

  /// Bytes of one number.
  public int bytes() {
    return bytes;
  }
}
