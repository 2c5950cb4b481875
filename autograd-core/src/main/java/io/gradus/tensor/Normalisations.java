package io.gradus.tensor;

import java.util.Arrays;
import java.util.List;

/// Numbers moved to the mean 0 and stretched to the variance 1, then scaled and shifted by what is
/// learned.
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

    /// Those of a batch over some of its axes, which stay, with the length 1. They are numbers to
    /// be kept: no gradient passes through them.
    ///
    /// @param correction 0 for the variance of these numbers, 1 for an unbiased estimate
    public static Statistics of(Tensor x, int correction, int... axes) {
      return Autograd.withoutGraph(() -> {
        if (x.dtype() == DType.FLOAT32 && leading(x.shape(), axes)) {
          return Columns.statistics(columns(x, axes.length), correction)
              .reshaped(keeping(x.shape(), axes.length));
        }
        return new Statistics(x.meanKeeping(axes), x.varianceKeeping(correction, axes));
      });
    }

    private Statistics reshaped(Shape shape) {
      return new Statistics(mean.reshape(shape), variance.reshape(shape));
    }
  }

  /// `(x - mean) / √(variance + ε) · gain + bias` over the last axis (Ba et al. 2016); the variance
  /// is biased.
  ///
  /// @param gain `(C)`, as wide as the last axis; so is `bias`
  /// @throws ShapeException if one is not
  public static Tensor layerNorm(Tensor x, Tensor gain, Tensor bias, double eps) {
    Shape channels = Shape.of(x.shape().length(-1));
    requireOne(gain, channels, "gain");
    requireOne(bias, channels, "bias");
    requireOneType(x, gain, bias);
    return Tensor.apply(new RowOperation.LayerNorm(eps), List.of(x, gain, bias));
  }

  private static void requireOneType(Tensor x, Tensor gain, Tensor bias) {
    DType _ = Elementwise.commonType(x, gain, "*");
    DType _ = Elementwise.commonType(x, bias, "+");
  }

  private static void requireOne(Tensor each, Shape channels, String what) {
    if (!each.shape().equals(channels)) {
      throw new ShapeException(
          "%s %s: one number for each of %s is wanted".formatted(what, each.shape(), channels));
    }
  }

  /// `x / √(mean x² + ε)` over the last axis (Zhang & Sennrich 2019).
  public static Tensor rmsNorm(Tensor x, double eps) {
    return x.div(x.square().meanKeeping(-1).add(eps).sqrt());
  }

  /// `(x - mean) / √(variance + ε) · gain + bias` by the statistics of the batch itself (Ioffe &
  /// Szegedy 2015).
  ///
  /// @param gain what broadcasts into the shape of `x`, and so does `bias`
  /// @param correction 0 for the variance of these numbers, 1 for an unbiased estimate
  /// @param axes over which the statistics are: `0` for `(B, C)`, `0, 2` for `(B, C, T)`
  public static Tensor batchNorm(
      Tensor x, Tensor gain, Tensor bias, double eps, int correction, int... axes) {
    requireOneType(x, gain, bias);
    if (leading(x.shape(), axes)) {
      var norm = new ColumnOperation.BatchNorm(correction, eps);
      int rank = axes.length;
      return Tensor.apply(
              norm,
              List.of(columns(x, rank), row(gain, x.shape(), rank), row(bias, x.shape(), rank)))
          .reshape(x.shape());
    }
    Tensor centred = x.sub(x.meanKeeping(axes));
    Tensor squares = centred.square().sumKeeping(axes);
    int n = x.shape().size() / Math.max(squares.shape().size(), 1); // into each sum
    Tensor variance = squares.div(Math.max(n - correction, 0));
    return centred.mul(variance.add(eps).rsqrt()).mul(gain).add(bias);
  }

  /// A number for each column of [#columns].
  private static Tensor row(Tensor each, Shape shape, int rank) {
    int size = Sums.product(shape.shared(), rank, shape.rank());
    boolean asItIs = size == shape.length(-1) && each.shape().equals(Shape.of(size));
    return asItIs ? each : each.expand(keeping(shape, rank)).reshape(Shape.of(size));
  }

  /// What a batch norm needs of a batch.
  ///
  /// @param values the batch, normalised, scaled and shifted
  /// @param statistics for the running ones; no gradient passes through them
  public record Normalised(Tensor values, Statistics statistics) {}

  /// As [#batchNorm] by the batch's own statistics, and these beside it.
  ///
  /// @param correction of the variance that normalises, 0 or 1
  /// @param ofStatistics the correction of the variance that is given back
  public static Normalised normalised(
      Tensor x,
      Tensor gain,
      Tensor bias,
      double eps,
      int correction,
      int ofStatistics,
      int... axes) {
    Tensor values = batchNorm(x, gain, bias, eps, correction, axes);
    return new Normalised(values, Statistics.of(x, ofStatistics, axes));
  }

  /// Whether the axes are the first ones, in order, and not all.
  private static boolean leading(Shape shape, int... axes) {
    if (axes.length == 0 || axes.length >= shape.rank()) {
      return false;
    }
    for (int i = 0; i < axes.length; i++) {
      if (shape.axis(axes[i]) != i) {
        return false;
      }
    }
    return true;
  }

  /// The axes before `rank` as rows, those behind as columns.
  private static Tensor columns(Tensor x, int rank) {
    int[] lengths = x.shape().shared();
    return x.reshape(
        Shape.of(Sums.product(lengths, 0, rank), Sums.product(lengths, rank, lengths.length)));
  }

  private static Shape keeping(Shape shape, int rank) {
    int[] lengths = shape.lengths();
    Arrays.fill(lengths, 0, rank, 1);
    return Shape.of(lengths);
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
    return x.sub(statistics.mean()).mul(statistics.variance().add(eps).rsqrt());
  }
}
