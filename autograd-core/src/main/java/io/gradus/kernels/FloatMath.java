package io.gradus.kernels;

/// Functions of floats as fixed sequences of IEEE operations, at most 2 units in the last place
/// off.
public final class FloatMath {
  private FloatMath() {}
}
