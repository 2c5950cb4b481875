package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Fan;
import io.gradus.nn.Init;
import io.gradus.nn.Initialiser;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.Buffer;
import io.gradus.tensor.Normalisations;
import io.gradus.tensor.Normalisations.Statistics;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Shape;
import io.gradus.tensor.ShapeException;
import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// `(x - mean) / √(variance + ε) · gain + bias`, in training by the statistics of the batch, in
/// evaluation by running ones: `r ← (1 - momentum)·r + momentum·s` after each step (Ioffe & Szegedy
/// 2015).
///
/// What runs is the unbiased estimate, whichever variance normalises, as in PyTorch.
///
/// @param gain `(C)`
/// @param bias `(C)`
/// @param runningMean a number for each statistic: `(C)`
/// @param runningSpread as many variances or deviations
/// @param axes over which the statistics are, the batch first
public record BatchNorm1d(
    Parameter gain,
    Parameter bias,
    Buffer runningMean,
    Buffer runningSpread,
    List<Integer> axes,
    Spec settings)
    implements Layer {
  /// Which variance of the batch normalises it.
  public enum Variance {
    /// `Σ(x - mean)² / n`.
    BIASED,
    /// `Σ(x - mean)² / (n - 1)`.
    UNBIASED;

    int correction() {
      return switch (this) {
        case BIASED -> 0;
        case UNBIASED -> 1;
      };
    }
  }

  /// What runs beside the mean.
  public enum Spread {
    /// The variance.
    VARIANCE,
    /// Its root.
    DEVIATION
  }

  public BatchNorm1d {
    axes = List.copyOf(axes);
  }

  /// A batch norm as wide as the last axis that comes in.
  @Doc("mean 0 and variance 1 over the batch (Ioffe and Szegedy 2015)")
  public record Spec(
      @Doc("added to the variance") @Default("1.0e-5") double eps,
      @Doc("how much of the running statistics a step replaces") @Default("0.1") double momentum,
      @Doc("the variance that normalises a batch in training") @Default("biased")
          Variance normaliser,
      @Doc("what is kept for evaluation, unbiased in any case") @Default("variance") Spread running,
      @Doc("axes of the statistics, 0 for the batch; all but the last if left out")
          Optional<List<Integer>> axes,
      @Doc("first numbers of the factors") @Default("{type: ones}") Initialiser gainInit,
      @Doc("first numbers of the terms") @Default("{type: zeros}") Initialiser biasInit)
      implements LayerSpec {
    public Spec {
      require(Double.isFinite(eps) && eps >= 0, "eps = %s must be at least 0", eps);
      require(momentum >= 0 && momentum <= 1, "momentum = %s is outside [0, 1]", momentum);
      axes = axes.map(List::copyOf);
      axes.ifPresent(given -> {
        require(given.contains(0), "axes = %s must have the batch, 0, among them", given);
        require(
            given.stream().distinct().count() == given.size(),
            "axes = %s has one axis twice",
            given);
      });
    }

    @Override
    public Signal infer(Signal in) {
      Shape shape = in.requireNumbers("C");
      for (int axis : axesOf(shape)) {
        require(
            axis >= 0 && axis < shape.rank(),
            "%s came in; its axes 0 to %d can have statistics over them, and axis %d cannot",
            in,
            shape.rank() - 1,
            axis);
      }
      return new Signal.Numbers(shape);
    }

    /// Those given, or else all but the last of a batch.
    private List<Integer> axesOf(Shape example) {
      return axes.orElseGet(() -> IntStream.range(0, example.rank()).boxed().toList());
    }

    @Override
    public BatchNorm1d attach(Signal in, Init init) {
      Fan channels = Fan.each(in.shape().length(-1));
      List<Integer> over = axesOf(in.shape());
      int[] statistics = lengths(in.shape(), over);
      return new BatchNorm1d(
          init.parameter("gain", gainInit, channels),
          init.parameter("bias", biasInit, channels),
          init.buffer("runningMean", 0, statistics),
          init.buffer("runningSpread", 1, statistics),
          over,
          this);
    }

    /// The shape of the statistics: from the first axis on that is not drawn together.
    private static int[] lengths(Shape example, List<Integer> over) {
      List<Integer> lengths = new ArrayList<>();
      for (int axis = 1; axis <= example.rank(); axis++) {
        boolean drawn = over.contains(axis);
        if (!drawn || !lengths.isEmpty()) {
          lengths.add(drawn ? 1 : example.length(axis - 1));
        }
      }
      return lengths.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return pass.training() ? byBatch(x, pass) : byRunning(x);
  }

  private Tensor byBatch(Tensor x, Pass pass) {
    int[] over = axes.stream().mapToInt(Integer::intValue).toArray();
    requireTwo(x.shape(), over);
    Normalisations.Normalised batch =
        Normalisations.normalised(
            x,
            gain.value(),
            bias.value(),
            settings.eps(),
            settings.normaliser().correction(),
            Variance.UNBIASED.correction(),
            over);
    remember(batch.statistics(), pass);
    return batch.values();
  }

  private Tensor byRunning(Tensor x) {
    Tensor spread = runningSpread.value();
    Tensor variance =
        switch (settings.running()) {
          case VARIANCE -> spread;
          case DEVIATION -> spread.square();
        };
    var statistics = new Statistics(runningMean.value(), variance);
    return Normalisations.batchNorm(x, statistics, settings.eps())
        .mul(gain.value())
        .add(bias.value());
  }

  private void remember(Statistics batch, Pass pass) {
    Tensor spread =
        Autograd.withoutGraph(() ->
            switch (settings.running()) {
              case VARIANCE -> batch.variance();
              case DEVIATION -> batch.variance().sqrt();
            });
    pass.remember(runningMean, after(pass.latest(runningMean), batch.mean()));
    pass.remember(runningSpread, after(pass.latest(runningSpread), spread));
  }

  /// `(1 - momentum)·r + momentum·s`.
  private Tensor after(Tensor r, Tensor seen) {
    double momentum = settings.momentum();
    return Autograd.withoutGraph(
        () -> r.mul(1 - momentum).add(seen.reshape(r.shape()).mul(momentum)));
  }

  private static void requireTwo(Shape shape, int... over) {
    int count = Arrays.stream(over).map(shape::length).reduce(1, (a, b) -> a * b);
    if (count < 2) {
      throw new ShapeException(
          "%s has one number for each statistic, which has no variance; training wants two at least"
              .formatted(shape));
    }
  }
}
