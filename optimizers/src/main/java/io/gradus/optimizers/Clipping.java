package io.gradus.optimizers;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Doc;
import java.util.Optional;

/// A limit to gradients: to the norm of all of them together, or to each number.
@Doc("a limit to gradients: {norm: 1.0} to all of them together, or {value: 0.5} to each number")
public record Clipping(
    @Doc("the highest norm of all gradients together; longer ones are scaled down to it")
        Optional<Double> norm,
    @Doc("the highest magnitude of each number") Optional<Double> value) {
  /// PyTorch's, beside the norm: a norm of 0 divides nothing, and the longest come out below 1.
  private static final double EPS = 1e-6;

  public Clipping {
    require(norm.isPresent() != value.isPresent(), "needs norm or value, and not both");
    norm.ifPresent(limit -> Settings.aboveZero("norm", limit));
    value.ifPresent(limit -> Settings.aboveZero("value", limit));
  }

  /// What every gradient is to be multiplied by: min(1, norm/(totalNorm + 10⁻⁶)), as PyTorch's
  /// `clip_grad_norm_` does; 1 where each number is clipped.
  ///
  /// @param totalNorm the root of the sum of all squares; not a number gives not a number
  public double scale(double totalNorm) {
    return norm.isEmpty() ? 1 : Math.min(1, norm.get() / (totalNorm + EPS));
  }

  /// The nearest number within [-value, value]; `g` itself where the norm is clipped, and not a
  /// number as it is.
  public double clip(double g) {
    return value.isEmpty() ? g : within(value.get(), g);
  }

  /// Clips each number in place.
  public void clip(double[] g) {
    if (value.isEmpty()) {
      return;
    }
    double limit = value.get();
    for (int i = 0; i < g.length; i++) {
      g[i] = within(limit, g[i]);
    }
  }

  private static double within(double limit, double g) {
    return Math.max(-limit, Math.min(limit, g));
  }
}
