package io.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gradus.tensor.Losses.Reduce;
import org.junit.jupiter.api.Test;

/// Losses by hand; `TorchGoldensTest` has those of PyTorch.
class LossesTest {
  /// Rows whose softmax is (1/4, 3/4) and (1/2, 1/2).
  private static final Tensor SCORES = Tensor.of(new double[] {0, StrictMath.log(3), 7, 7}, 2, 2);

  private static final Targets TARGETS = Targets.of(Indices.of(0, 1));

  private static final Tensor X = Tensor.of(new double[] {3, -1, 0.5}, 3);
  private static final Tensor Y = Tensor.of(new double[] {1, -1, 0}, 3);

  private static double ln(double x) {
    return StrictMath.log(x);
  }

  @Test
  void crossEntropyIsTheSurpriseOfTheRightClass() {
    assertThat(Losses.crossEntropy(SCORES, TARGETS, Reduce.NONE).toDoubles())
        .containsExactly(new double[] {ln(4), ln(2)}, within(1e-15));
    assertThat(Losses.crossEntropy(SCORES, TARGETS, Reduce.SUM).item())
        .isCloseTo(ln(8), within(1e-15));
    assertThat(Losses.crossEntropy(SCORES, TARGETS.classes()).item())
        .isCloseTo(ln(8) / 2, within(1e-15));
  }

  @Test
  void itsGradientIsTheSoftmaxLessTheTarget() {
    Tensor loss = Losses.crossEntropy(SCORES, TARGETS, Reduce.SUM);
    assertThat(Autograd.backward(loss).of(SCORES).toDoubles())
        .containsExactly(new double[] {-0.75, 0.75, 0.5, -0.5}, within(1e-15));
  }

  @Test
  void smoothingSpreadsTheTargetEvenly() {
    double[] losses = Losses.crossEntropy(SCORES, TARGETS.smoothed(0.5), Reduce.NONE).toDoubles();
    assertThat(losses[0]).isCloseTo(0.75 * ln(4) + 0.25 * ln(4.0 / 3), within(1e-15));
    assertThat(losses[1]).isCloseTo(ln(2), within(1e-15));
  }

  @Test
  void ignoredRowsNeitherCountNorLearn() {
    Targets second = Targets.of(Indices.of(-100, 1)).ignoring(-100).smoothed(0.1);
    assertThat(Losses.crossEntropy(SCORES, second, Reduce.NONE).toDoubles())
        .containsExactly(new double[] {0, ln(2)}, within(1e-15));
    Tensor mean = Losses.crossEntropy(SCORES, second, Reduce.MEAN);
    assertThat(mean.item()).isCloseTo(ln(2), within(1e-15));
    assertThat(Autograd.backward(mean).of(SCORES).toDoubles()).startsWith(0, 0);
    Targets none = Targets.of(Indices.of(0, 0)).ignoring(0);
    assertThat(Losses.crossEntropy(SCORES, none, Reduce.SUM).item()).isZero();
    assertThat(Losses.crossEntropy(SCORES, none, Reduce.MEAN).item()).isNaN();
  }

  @Test
  void rowsMayStandInAnyShape() {
    Tensor sequences = SCORES.reshape(2, 1, 2); // (B, T, C)
    Targets targets = Targets.of(Indices.of(new int[] {0, 1}, 2, 1));
    Tensor losses = Losses.crossEntropy(sequences, targets, Reduce.NONE);
    assertThat(losses.shape()).isEqualTo(Shape.of(2, 1));
    Targets one = Targets.of(Indices.of(1).reshape());
    assertThat(Losses.crossEntropy(SCORES.select(0, 0), one, Reduce.MEAN).item())
        .isCloseTo(ln(4.0 / 3), within(1e-15));
  }

  @Test
  void hugeScoresDoNotOverflow() {
    Tensor huge = Tensor.of(new float[] {1e4f, -1e4f}, 1, 2);
    assertThat(Losses.crossEntropy(huge, Indices.of(1)).item()).isEqualTo(2e4);
    Tensor x = Tensor.of(new double[] {1000, -1000}, 2);
    Tensor y = Tensor.of(new double[] {1, 0}, 2);
    assertThat(Losses.bceWithLogits(x, y, Reduce.SUM).item()).isZero();
    assertThat(Losses.bceWithLogits(x, y.neg().add(1), Reduce.SUM).item()).isEqualTo(2000);
  }

  @Test
  void regressionLossesMeasureTheDistance() {
    assertThat(Losses.mse(X, Y, Reduce.NONE).toDoubles()).containsExactly(4, 0, 0.25);
    assertThat(Losses.mse(X, Y, Reduce.SUM).item()).isEqualTo(4.25);
    assertThat(Losses.mse(X, Y, Reduce.MEAN).item()).isEqualTo(4.25 / 3);
    assertThat(Losses.l1(X, Y, Reduce.NONE).toDoubles()).containsExactly(2, 0, 0.5);
    assertThat(Losses.huber(X, Y, 1, Reduce.NONE).toDoubles()).containsExactly(1.5, 0, 0.125);
    Tensor huber = Losses.huber(X, Y, 2, Reduce.SUM); // the first stands where both parts meet
    assertThat(Autograd.backward(huber).of(X).toDoubles()).containsExactly(2, 0, 0.5);
  }

  @Test
  void classificationLossesPushToTheRightSide() {
    Tensor y = Tensor.of(new double[] {1, 1, -1}, 3);
    assertThat(Losses.hinge(X, y, Reduce.NONE).toDoubles()).containsExactly(0, 2, 1.5);
    Tensor zero = Tensor.zeros(Shape.of(1), DType.FLOAT64);
    Tensor one = Tensor.ones(Shape.of(1), DType.FLOAT64);
    Tensor loss = Losses.bceWithLogits(zero, one, Reduce.SUM);
    assertThat(loss.item()).isCloseTo(ln(2), within(1e-15));
    assertThat(Autograd.backward(loss).of(zero).item()).isEqualTo(-0.5);
  }

  @Test
  void noLossesHaveTheSumZeroAndNoMean() {
    Tensor none = Tensor.zeros(Shape.of(0), DType.FLOAT32);
    assertThat(Losses.mse(none, none, Reduce.SUM).item()).isZero();
    assertThat(Losses.mse(none, none, Reduce.MEAN).item()).isNaN();
  }

  @Test
  void targetsThatDoNotFitAreNamed() {
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> Losses.crossEntropy(SCORES, Indices.of(0, 1, 1)))
        .withMessage("scores (2, 2) with targets (3): one target for each row of scores is wanted");
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> Losses.crossEntropy(Tensor.scalar(1, DType.FLOAT32), Indices.of(0)))
        .withMessage("scores () with targets (1): one target for each row of scores is wanted");
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> Losses.crossEntropy(SCORES, Indices.of(0, 2)))
        .withMessage("target 2 is no class of scores (2, 2), whose classes are 0 to 1");
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> Losses.nll(SCORES, Targets.of(Indices.of(-1, 0)), Reduce.SUM))
        .withMessage("target -1 is no class of scores (2, 2), whose classes are 0 to 1");
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> Losses.mse(SCORES, X, Reduce.SUM))
        .withMessage("predictions (2, 2) with targets (3): a loss wants them in one shape");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TARGETS.smoothed(1.5))
        .withMessage("smoothing = 1.5 must be in 0 .. 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Losses.huber(X, Y, 0, Reduce.SUM))
        .withMessage("delta = 0.0 must be positive");
  }
}
