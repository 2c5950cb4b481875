package io.gradus.optimizers;

/// How a rate goes from one value to another.
public enum Curve {
  /// A straight line.
  LINEAR,
  /// Half a wave, flat at both ends: what is left after a share p of the way is (1 + cos πp)/2.
  COSINE,
  /// Steep at first: what is left after a share p of the way is 1 - √p (Hägele et al. 2024).
  ROOT;

  /// The value after a share of the way, from 0 to 1.
  double between(double from, double to, double share) {
    return to + left(share) * (from - to);
  }

  private double left(double share) {
    return switch (this) {
      case LINEAR -> 1 - share;
      case COSINE -> 0.5 * (1 + StrictMath.cos(Math.PI * share));
      case ROOT -> 1 - Math.sqrt(share);
    };
  }
}
