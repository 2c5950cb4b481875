package io.gradus.tensor;

/// Numbers moved to the mean 0 and stretched to the variance 1.
///
/// A learned scale and shift are the caller's: `layerNorm(x, eps).mul(weight).add(bias)`.
public final class Normalisations {
  private Normalisations() {}

  /// Means and variances that numbers are normalised by: a batch's own, or running ones.
  public record Statistics(Tensor mean, Tensor variance) {
    /// Checks that there is one variance for each mean.
    public Statistics {
      if (!mean.shape().equals(variance.shape())) {
        throw new ShapeException(
            "means %s with variances %s: one for each is wanted"
                .formatted(mean.shape(), variance.shape()));
      }
    }

    /// Those of a batch over some of its axes, which stay, with the length 1.
    ///
    /// @param correction 0 for the variance of these numbers, 1 for an unbiased estimate
    public static Statistics of(Tensor x, int correction, int... axes) {
      return new Statistics(x.meanKeeping(axes), x.varianceKeeping(correction, axes));
    }
  }

  /// `(x - mean) / √(variance + ε)` over the last axis (Ba et al. 2016); the variance is biased.
  public static Tensor layerNorm(Tensor x, double eps) {
    return batchNorm(x, eps, 0, -1);
  }

  /// `x / √(mean x² + ε)` over the last axis (Zhang & Sennrich 2019).
  public static Tensor rmsNorm(Tensor x, double eps) {
    return x.div(x.square().meanKeeping(-1).add(eps).sqrt());
  }

  /// `(x - mean) / √(variance + ε)` by the statistics of the batch itself (Ioffe & Szegedy 2015).
  ///
  /// @param correction 0 for the variance of these numbers, 1 for an unbiased estimate
  /// @param axes over which the statistics are: `0` for `(B, C)`, `0, 2` for `(B, C, T)`
  public static Tensor batchNorm(Tensor x, double eps, int correction, int... axes) {
    Tensor centred = x.sub(x.meanKeeping(axes));
    Tensor squares = centred.square().sumKeeping(axes);
    int n = x.shape().size() / Math.max(squares.shape().size(), 1); // into each sum
    Tensor variance = squares.div(n - correction);
    return centred.div(variance.add(eps).sqrt());
  }

  /// `(x - mean) / √(variance + ε)` by statistics that were taken elsewhere.
  ///
  /// @throws ShapeException if they do not broadcast into the shape of `x`
  public static Tensor batchNorm(Tensor x, Statistics statistics, double eps) {
    Shape shape = statistics.mean().shape();
    if (!Broadcasting.reaches(shape, x.shape())) {
      throw new ShapeException(
          "%s normalised by statistics %s: they must broadcast into it"
              .formatted(x.shape(), shape));
    }
    return x.sub(statistics.mean()).div(statistics.variance().add(eps).sqrt());
  }
}
