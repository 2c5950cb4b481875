package io.gradus.kernels;

/// The order in which numbers are added up, whatever the width of the hardware.
///
/// Along a contiguous axis element `i` goes to lane `i mod 16`; every lane starts from 0. The lanes
/// are then folded in halves: lane `l` takes lane `l + 8`, then `l + 4`, `l + 2`, `l + 1`. Across
/// rows, each chunk of 256 rows is added up from 0 in order, and the chunks' sums likewise.
public final class Reductions {
  private Reductions() {}

  /// Lanes of a sum along a contiguous axis.
  public static final int LANES = 16;

  /// Rows that are added up before the next partial sum begins.
  public static final int CHUNK = 256;

  /// The sum of 16 lanes, which are used up.
  public static float fold(float[] lanes) {
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int l = 0; l < half; l++) {
        lanes[l] += lanes[l + half];
      }
    }
    return lanes[0];
  }

  /// The sum of 16 lanes, which are used up.
  public static double fold(double[] lanes) {
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int l = 0; l < half; l++) {
        lanes[l] += lanes[l + half];
      }
    }
    return lanes[0];
  }
}
