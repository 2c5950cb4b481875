package io.gradus.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Axes of a tensor drawn together. Negative axes count from the end; no axes means all of them.
///
/// What ends in `Keeping` keeps the axes, with the length 1, so that the result broadcasts against
/// the tensor.
sealed interface TensorReductions permits Tensor {
  private Tensor self() {
    return (Tensor) this;
  }

  /// Ascending, from the front, each once.
  private List<Integer> axes(int... axes) {
    Shape shape = self().shape();
    if (axes.length == 1) {
      return List.of(shape.axis(axes[0]));
    }
    if (axes.length == 0) {
      return IntStream.range(0, shape.rank()).boxed().toList();
    }
    List<Integer> sorted =
        Arrays.stream(axes).map(shape::axis).sorted().distinct().boxed().toList();
    if (sorted.size() < axes.length) {
      throw new ShapeException(
          "%s over the axes %s: one is named twice".formatted(shape, Arrays.toString(axes)));
    }
    return sorted;
  }

  /// How many numbers go into one result.
  private int count(int... axes) {
    int count = 1;
    for (int axis : axes(axes)) {
      count *= self().shape().length(axis);
    }
    return count;
  }

  /// The sum.
  default Tensor sum(int... axes) {
    return Tensor.made(new Reduction.Sum(axes(axes), false), self());
  }

  /// The sum, of the same rank.
  default Tensor sumKeeping(int... axes) {
    return Tensor.made(new Reduction.Sum(axes(axes), true), self());
  }

  /// The mean; NaN of no numbers.
  default Tensor mean(int... axes) {
    return sum(axes).div(count(axes));
  }

  /// The mean, of the same rank.
  default Tensor meanKeeping(int... axes) {
    return sumKeeping(axes).div(count(axes));
  }

  /// The variance `Σ(x - mean)² / (n - correction)`: correction 1 is unbiased, 0 biased. NaN of
  /// fewer numbers than the correction asks for.
  default Tensor variance(int correction, int... axes) {
    return self().sub(meanKeeping(axes)).square().sum(axes).div(freedom(correction, axes));
  }

  /// The variance, of the same rank.
  default Tensor varianceKeeping(int correction, int... axes) {
    return self().sub(meanKeeping(axes)).square().sumKeeping(axes).div(freedom(correction, axes));
  }

  private int freedom(int correction, int... axes) {
    return Math.max(count(axes) - correction, 0);
  }

  /// The standard deviation, the root of the [#variance].
  default Tensor deviation(int correction, int... axes) {
    return variance(correction, axes).sqrt();
  }

  /// The standard deviation, of the same rank.
  default Tensor deviationKeeping(int correction, int... axes) {
    return varianceKeeping(correction, axes).sqrt();
  }

  /// The largest along an axis; NaN where one is.
  default Tensor max(int axis, boolean keep) {
    return Tensor.made(new Reduction.Max(self().shape().axis(axis), keep), self());
  }

  /// The smallest along an axis; NaN where one is.
  default Tensor min(int axis, boolean keep) {
    return self().neg().max(axis, keep).neg();
  }

  /// Running sums along an axis.
  default Tensor cumsum(int axis) {
    return Tensor.made(new Reduction.CumulativeSum(self().shape().axis(axis), false), self());
  }

  /// `eˣ / Σ eˣ` along an axis.
  default Tensor softmax(int axis) {
    return alongLast(axis, new RowOperation.Softmax());
  }

  /// `x - ln Σ eˣ` along an axis.
  default Tensor logSoftmax(int axis) {
    return alongLast(axis, new RowOperation.LogSoftmax());
  }

  /// `ln Σ eˣ` along an axis, shifted by the largest so that nothing overflows.
  default Tensor logsumexp(int axis, boolean keep) {
    // the shift of an infinite row would be ∞ - ∞
    Tensor largest = self().max(axis, true).detach();
    Tensor shift = largest.maskedFill(largest.abs().equalTo(infinity()), 0);
    Tensor kept = self().sub(shift).exp().sumKeeping(axis).log().add(shift);
    return keep ? kept : kept.squeeze(axis);
  }

  private Tensor infinity() {
    return Tensor.scalar(Double.POSITIVE_INFINITY, self().dtype());
  }

  private Tensor alongLast(int axis, RowOperation operation) {
    int at = self().shape().axis(axis);
    int last = self().shape().rank() - 1;
    return at == last
        ? Tensor.made(operation, self())
        : Tensor.made(operation, self().transpose(at, last)).transpose(at, last);
  }
}
