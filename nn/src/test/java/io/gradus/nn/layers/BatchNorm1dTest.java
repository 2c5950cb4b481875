package io.gradus.nn.layers;

import static io.gradus.nn.layers.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.nn.Init;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.Constant;
import io.gradus.nn.initialisers.Ones;
import io.gradus.nn.initialisers.Zeros;
import io.gradus.nn.layers.BatchNorm1d.Spread;
import io.gradus.nn.layers.BatchNorm1d.Variance;
import io.gradus.random.Philox;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.ShapeException;
import io.gradus.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchNorm1dTest {
  /// As `torch.nn.BatchNorm1d`.
  private static final BatchNorm1d.Spec TORCH =
      spec(1e-5, 0.1, Variance.BIASED, Spread.VARIANCE, Optional.empty());

  /// As makemore's third part writes it out: no eps, and a deviation that runs.
  private static final BatchNorm1d.Spec BY_HAND =
      spec(0, 0.001, Variance.UNBIASED, Spread.DEVIATION, Optional.empty());

  /// As the class in makemore's fifth part, before the axes were mended.
  private static final BatchNorm1d.Spec BATCH_ONLY =
      spec(1e-5, 0.1, Variance.UNBIASED, Spread.VARIANCE, Optional.of(List.of(0)));

  private static BatchNorm1d.Spec spec(
      double eps,
      double momentum,
      Variance normaliser,
      Spread running,
      Optional<List<Integer>> axes) {
    return new BatchNorm1d.Spec(eps, momentum, normaliser, running, axes, new Ones(), new Zeros());
  }

  private static BatchNorm1d layer(BatchNorm1d.Spec spec, Signal in) {
    return spec.attach(in, Init.of(new Philox(1), DType.FLOAT64));
  }

  /// The mean is 3, the biased variance 4, the unbiased one 8.
  private static final Tensor ONE_AND_FIVE = Tensor.of(new double[] {1, 5}, 2, 1);

  /// Two batches of one step, as `train.accumulate` makes them.
  @Test
  void everyBatchOfAPassCounts() {
    var layer = layer(TORCH, Signal.numbers(1));
    Pass pass = LayerSample.training();
    for (int batch = 0; batch < 2; batch++) {
      assertThat(layer.apply(ONE_AND_FIVE, pass).shape()).isEqualTo(Shape.of(2, 1));
    }
    assertNear(layer.runningMean().value(), 0);
    pass.settle();
    assertNear(layer.runningMean().value(), 0.9 * 0.3 + 0.1 * 3);
  }

  @Test
  void theBiasedVarianceNormalisesAsInPyTorch() {
    var layer = layer(TORCH, Signal.numbers(1));
    Pass pass = LayerSample.training();
    double unit = 2 / Math.sqrt(4 + 1e-5);
    assertNear(layer.apply(ONE_AND_FIVE, pass), -unit, unit);
    pass.settle();
    assertNear(layer.runningMean().value(), 0.1 * 3);
    assertNear(layer.runningSpread().value(), 0.9 + 0.1 * 8);
    assertNear(
        layer.apply(Tensor.of(new double[] {2}, 1, 1), Pass.evaluation()),
        (2 - 0.3) / Math.sqrt(1.7 + 1e-5));
  }

  @Test
  void theUnbiasedDeviationRunsAsInTheLecture() {
    var layer = layer(BY_HAND, Signal.numbers(1));
    Pass pass = LayerSample.training();
    assertNear(layer.apply(ONE_AND_FIVE, pass), -2 / Math.sqrt(8), 2 / Math.sqrt(8));
    pass.settle();
    assertNear(layer.runningMean().value(), 0.001 * 3);
    double deviation = 0.999 + 0.001 * Math.sqrt(8);
    assertNear(layer.runningSpread().value(), deviation);
    assertNear(
        layer.apply(Tensor.of(new double[] {2}, 1, 1), Pass.evaluation()), (2 - 0.003) / deviation);
  }

  @Test
  void theBatchAloneHasStatisticsForEachPosition() {
    var layer = layer(BATCH_ONLY, Signal.numbers(2, 1));
    Tensor x = Tensor.of(new double[] {1, 10, 5, 30}, 2, 2, 1); // 1, 5 at the first position
    Pass pass = LayerSample.training();
    double first = 2 / Math.sqrt(8 + 1e-5);
    double second = 10 / Math.sqrt(200 + 1e-5);
    assertNear(layer.apply(x, pass), -first, -second, first, second);
    pass.settle();
    assertThat(layer.runningMean().value().shape()).isEqualTo(Shape.of(2, 1));
    assertNear(layer.runningMean().value(), 0.1 * 3, 0.1 * 20);
    assertNear(layer.runningSpread().value(), 0.9 + 0.1 * 8, 0.9 + 0.1 * 200);
  }

  @Test
  void allPositionsOfABatchCountTogether() {
    var layer = layer(TORCH, Signal.numbers(2, 1));
    Tensor x = Tensor.of(new double[] {1, 3, 5, 7}, 2, 2, 1); // mean 4, squares 9 + 1 + 1 + 9
    Pass pass = LayerSample.training();
    Tensor _ = layer.apply(x, pass);
    pass.settle();
    assertThat(layer.runningMean().value().shape()).isEqualTo(Shape.of(1));
    assertNear(layer.runningMean().value(), 0.1 * 4);
    assertNear(layer.runningSpread().value(), 0.9 + 0.1 * 20 / 3);
  }

  @Test
  void gainAndBiasComeAfterwards() {
    var half =
        new BatchNorm1d.Spec(
            0,
            0.1,
            Variance.BIASED,
            Spread.VARIANCE,
            Optional.empty(),
            new Constant(0.5),
            new Constant(7));
    var layer = layer(half, Signal.numbers(1));
    assertNear(layer.apply(ONE_AND_FIVE, LayerSample.training()), 7 - 0.5, 7 + 0.5);
  }

  @Test
  void nothingRunsUntilTheStepHasSucceeded() {
    var layer = layer(TORCH, Signal.numbers(1));
    Tensor _ = layer.apply(ONE_AND_FIVE, LayerSample.training());
    Pass evaluation = Pass.evaluation();
    Tensor _ = layer.apply(ONE_AND_FIVE, evaluation);
    evaluation.settle();
    assertNear(layer.runningMean().value(), 0);
    assertNear(layer.runningSpread().value(), 1);
  }

  @Test
  void oneNumberHasNoVariance() {
    var layer = layer(TORCH, Signal.numbers(1));
    Tensor one = Tensor.of(new double[] {2}, 1, 1);
    assertThatThrownBy(() -> layer.apply(one, LayerSample.training()))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "(1, 1) has one number for each statistic, which has no variance;"
                + " training wants two at least");
  }

  @Test
  void whatCannotBeNormalisedIsRefused() {
    assertThatThrownBy(() -> TORCH.infer(new Signal.Tokens(27, Shape.of(3))))
        .hasMessageContaining("numbers (B, C) are wanted");
    assertThatThrownBy(() -> TORCH.infer(Signal.numbers()))
        .hasMessage("numbers (B) came in; (B, C) is wanted, with at least one axis");
    var both = spec(1e-5, 0.1, Variance.BIASED, Spread.VARIANCE, Optional.of(List.of(0, 1)));
    assertThatThrownBy(() -> both.infer(Signal.numbers(5)))
        .hasMessage(
            "numbers (B, 5) came in; its axes 0 to 0 can have statistics over them,"
                + " and axis 1 cannot");
  }

  @Test
  void settingsOutsideTheirBoundsAreRefused() {
    assertThatThrownBy(() -> spec(-1, 0.1, Variance.BIASED, Spread.VARIANCE, Optional.empty()))
        .hasMessage("eps = -1.0 must be at least 0");
    assertThatThrownBy(() -> spec(0, 2, Variance.BIASED, Spread.VARIANCE, Optional.empty()))
        .hasMessage("momentum = 2.0 is outside [0, 1]");
    assertThatThrownBy(() -> spec(0, 0, Variance.BIASED, Spread.VARIANCE, Optional.of(List.of(1))))
        .hasMessage("axes = [1] must have the batch, 0, among them");
    assertThatThrownBy(
            () -> spec(0, 0, Variance.BIASED, Spread.VARIANCE, Optional.of(List.of(0, 0))))
        .hasMessage("axes = [0, 0] has one axis twice");
  }
}
