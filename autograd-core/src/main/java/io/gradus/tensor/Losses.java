package io.gradus.tensor;

/// How far predictions are from what they should be.
public final class Losses {
  private Losses() {}

  /// What becomes of the losses of a batch.
  public enum Reduce {
    /// They stay as they are.
    NONE,
    /// Their sum.
    SUM,
    /// Their mean; NaN of no losses.
    MEAN
  }

  /// The mean of `-ln softmax(x)` at the target's class, of scores `(..., C)` with targets `(...)`.
  ///
  /// @throws ShapeException if there is not one target for each row, or one that is no class
  public static Tensor crossEntropy(Tensor scores, Indices targets) {
    return crossEntropy(scores, Targets.of(targets), Reduce.MEAN);
  }

  /// `-Σ p ln softmax(x)` over the classes, of scores `(..., C)` with targets `(...)`; `p` is `1 -
  /// smoothing` at the target's class, and everywhere `smoothing / C` more.
  ///
  /// Rows that do not count have the loss 0, and the mean is over the others.
  ///
  /// @throws ShapeException if there is not one target for each row, or one that is no class
  public static Tensor crossEntropy(Tensor scores, Targets targets, Reduce reduce) {
    Indices places = targets.beside(scores.shape());
    if (targets.smoothing() > 0) {
      return nll(scores.logSoftmax(-1), targets, reduce);
    }
    Tensor losses = Tensor.made(new LossOperation.CrossEntropy(places), scores);
    return reduced(counting(losses, targets), targets.counted(), reduce);
  }

  /// The negative log-likelihood `-Σ p x` over the classes, of log-probabilities `x` `(..., C)`; as
  /// [#crossEntropy], which takes the logarithms itself.
  ///
  /// @throws ShapeException if there is not one target for each row, or one that is no class
  public static Tensor nll(Tensor logProbabilities, Targets targets, Reduce reduce) {
    Indices places = targets.beside(logProbabilities.shape());
    Tensor losses = logProbabilities.gather(-1, places).squeeze(-1).neg();
    if (targets.smoothing() > 0) {
      Tensor even = logProbabilities.mean(-1).neg();
      losses = losses.mul(1 - targets.smoothing()).add(even.mul(targets.smoothing()));
    }
    return reduced(counting(losses, targets), targets.counted(), reduce);
  }

  /// The losses, 0 for the rows that do not count.
  private static Tensor counting(Tensor losses, Targets targets) {
    return targets.ignored().isPresent() ? losses.maskedFill(targets.ignoredRows(), 0) : losses;
  }

  /// `(x - y)²`.
  ///
  /// @throws ShapeException if the shapes differ
  public static Tensor mse(Tensor x, Tensor y, Reduce reduce) {
    return reduced(difference(x, y).square(), reduce);
  }

  /// `|x - y|`.
  ///
  /// @throws ShapeException if the shapes differ
  public static Tensor l1(Tensor x, Tensor y, Reduce reduce) {
    return reduced(difference(x, y).abs(), reduce);
  }

  /// `(x - y)² / 2` up to a distance of `δ`, the tangent `δ (|x - y| - δ/2)` beyond (Huber 1964).
  ///
  /// @throws ShapeException if the shapes differ
  /// @throws IllegalArgumentException if `δ` is not positive
  public static Tensor huber(Tensor x, Tensor y, double delta, Reduce reduce) {
    if (!(delta > 0)) {
      throw new IllegalArgumentException("delta = %s must be positive".formatted(delta));
    }
    Tensor distance = difference(x, y).abs();
    Tensor near = distance.minimum(Tensor.scalar(delta, x.dtype()));
    return reduced(near.mul(distance.sub(near.mul(0.5))), reduce);
  }

  /// `-y ln p - (1 - y) ln (1 - p)` with `p = sigmoid x`: the cross entropy of two classes, as `ln
  /// (1 + eˣ) - x·y`, which does not overflow.
  ///
  /// @param x scores
  /// @param y probabilities, from 0 to 1
  /// @throws ShapeException if the shapes differ
  public static Tensor bceWithLogits(Tensor x, Tensor y, Reduce reduce) {
    requireSame(x, y);
    return reduced(x.softplus().sub(x.mul(y)), reduce);
  }

  /// `max(0, 1 - x·y)` (Cortes & Vapnik 1995).
  ///
  /// @param x scores
  /// @param y -1 or 1
  /// @throws ShapeException if the shapes differ
  public static Tensor hinge(Tensor x, Tensor y, Reduce reduce) {
    requireSame(x, y);
    return reduced(x.mul(y).neg().add(1).relu(), reduce);
  }

  private static Tensor difference(Tensor x, Tensor y) {
    requireSame(x, y);
    return x.sub(y);
  }

  private static void requireSame(Tensor x, Tensor y) {
    if (!x.shape().equals(y.shape())) {
      throw new ShapeException(
          "predictions %s with targets %s: a loss wants them in one shape"
              .formatted(x.shape(), y.shape()));
    }
  }

  private static Tensor reduced(Tensor losses, Reduce reduce) {
    return reduced(losses, losses.shape().size(), reduce);
  }

  private static Tensor reduced(Tensor losses, int counted, Reduce reduce) {
    return switch (reduce) {
      case NONE -> losses;
      case SUM -> losses.sum();
      case MEAN -> losses.sum().div(counted);
    };
  }
}
