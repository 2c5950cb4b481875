package io.gradus.experiments.run;

import io.gradus.optimizers.Clipping;
import java.util.Optional;

/// What becomes of every gradient before it is used.
///
/// @param scale what it is multiplied by
/// @param clip what limits each number
record GradientLimit(double scale, Optional<Clipping> clip) {
  /// Whether it stays as it is.
  boolean nothing() {
    return scale == 1 && clip.isEmpty();
  }

  /// Whether it is multiplied and nothing more.
  boolean onlyScales() {
    return clip.flatMap(Clipping::value).isEmpty();
  }

  void apply(double[] g) {
    if (scale != 1) {
      for (int i = 0; i < g.length; i++) {
        g[i] *= scale;
      }
    }
    clip.ifPresent(limit -> limit.clip(g));
  }
}
