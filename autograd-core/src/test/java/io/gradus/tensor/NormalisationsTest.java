package io.gradus.tensor;

import static io.gradus.tensor.DType.FLOAT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gradus.tensor.Normalisations.Statistics;
import org.junit.jupiter.api.Test;

/// Normalisations by hand; `TorchGoldensTest` has those of PyTorch.
class NormalisationsTest {
  /// Columns with the means 3 and 0 and the variances 4 and 16, unbiased 8 and 32.
  private static final Tensor X = Tensor.of(new double[] {1, -4, 5, 4}, 2, 2);

  private static final Tensor ONES = Tensor.ones(Shape.of(2), FLOAT64);
  private static final Tensor ZEROS = Tensor.zeros(Shape.of(2), FLOAT64);

  private static Tensor batchNorm(double eps, int correction, int axis) {
    return Normalisations.batchNorm(X, ONES, ZEROS, eps, correction, axis);
  }

  @Test
  void aLayerIsNormalisedRowByRow() {
    assertThat(Normalisations.layerNorm(X, ONES, ZEROS, 0).toDoubles())
        .containsExactly(1, -1, 1, -1);
    Tensor y = Normalisations.layerNorm(X, ONES, ZEROS, 0.75);
    assertThat(y.at(1, 0)).isEqualTo(0.5); // mean 4.5, variance 1/4, so 0.5 / √(1/4 + 3/4)
    Tensor gain = Tensor.of(new double[] {2, 3}, 2);
    Tensor bias = Tensor.of(new double[] {10, 20}, 2);
    assertThat(Normalisations.layerNorm(X, gain, bias, 0).toDoubles())
        .containsExactly(12, 17, 12, 17);
  }

  @Test
  void theRootMeanSquareBecomesOne() {
    Tensor y = Normalisations.rmsNorm(Tensor.of(new double[] {1, 7}, 1, 2), 0);
    assertThat(y.toDoubles()).containsExactly(0.2, 1.4);
  }

  @Test
  void aBatchIsNormalisedByItsOwnStatistics() {
    assertThat(batchNorm(0, 0, 0).toDoubles()).containsExactly(-1, -1, 1, 1);
    assertThat(batchNorm(1, 1, 0).toDoubles())
        .containsExactly(
            new double[] {-2 / 3.0, -4 / Math.sqrt(33), 2 / 3.0, 4 / Math.sqrt(33)}, within(1e-15));
  }

  @Test
  void orByRunningOnes() {
    var running =
        new Statistics(Tensor.of(new double[] {1, 0}, 2), Tensor.of(new double[] {3, 15}, 2));
    assertThat(Normalisations.batchNorm(X, running, 1).toDoubles()).containsExactly(0, -1, 2, 1);
  }

  @Test
  void theStatisticsOfABatchAreItsMeansAndVariances() {
    Statistics biased = Statistics.of(X, 0, 0);
    assertThat(biased.mean().toDoubles()).containsExactly(3, 0);
    assertThat(biased.variance().toDoubles()).containsExactly(4, 16);
    assertThat(Statistics.of(X, 1, 0).variance().toDoubles()).containsExactly(8, 32);
    assertThat(biased.mean().shape()).isEqualTo(Shape.of(1, 2));
    assertThat(Normalisations.batchNorm(X, biased, 0.5).toDoubles())
        .isEqualTo(batchNorm(0.5, 0, 0).toDoubles());
  }

  @Test
  void aBatchAndItsStatisticsComeTogether() {
    var normalised = Normalisations.normalised(X, ONES, ZEROS, 0.5, 0, 1, 0);
    assertThat(normalised.values().toDoubles()).isEqualTo(batchNorm(0.5, 0, 0).toDoubles());
    assertThat(normalised.statistics().mean().toDoubles()).containsExactly(3, 0);
    assertThat(normalised.statistics().variance().toDoubles()).containsExactly(8, 32);
  }

  @Test
  void aBatchIsScaledAndShiftedByWhateverBroadcastsIntoIt() {
    Tensor x = Tensor.of(new double[] {1, -4, 5, 4}, 2, 1, 2); // (B, T, C)
    Tensor gain = Tensor.of(new double[] {2, 3}, 2); // (C)
    Tensor bias = Tensor.of(new double[] {10}, 1, 1);
    assertThat(Normalisations.batchNorm(x, gain, bias, 0, 0, 0).toDoubles())
        .containsExactly(8, 7, 12, 13);
    assertThat(Normalisations.batchNorm(x, gain, bias, 0, 0, 0, 1).toDoubles())
        .containsExactly(8, 7, 12, 13);
  }

  @Test
  void aLayerWantsANumberForEachChannel() {
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> Normalisations.layerNorm(X, ONES, Tensor.ones(Shape.of(3), FLOAT64), 0))
        .withMessage("bias (3): one number for each of (2) is wanted");
  }

  @Test
  void numbersOfAnotherTypeAreNamed() {
    Tensor floats = ZEROS.to(DType.FLOAT32);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalisations.batchNorm(X, ONES, floats, 0, 0, 0))
        .withMessage("FLOAT64 (2, 2) + FLOAT32 (2): the types differ; to(...) makes them one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Normalisations.layerNorm(X.to(DType.FLOAT32), ONES, floats, 0))
        .withMessage("FLOAT32 (2, 2) * FLOAT64 (2): the types differ; to(...) makes them one");
  }

  @Test
  void sequencesAreNormalisedForEachChannel() {
    Tensor x = X.reshape(2, 1, 2); // (B, C, T)
    Tensor one = Tensor.ones(Shape.of(1, 1), FLOAT64);
    Tensor y = Normalisations.batchNorm(x, one, one.sub(1), 0, 0, 0, 2);
    assertThat(y.mean().item()).isCloseTo(0, within(1e-15));
    assertThat(y.square().mean().item()).isCloseTo(1, within(1e-15));
  }

  @Test
  void statisticsThatDoNotFitAreNamed() {
    Tensor three = Tensor.ones(Shape.of(3), FLOAT64);
    Tensor two = Tensor.ones(Shape.of(2), FLOAT64);
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> Normalisations.batchNorm(X, new Statistics(three, three), 0))
        .withMessage("(2, 2) normalised by statistics (3): they must broadcast into it");
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> new Statistics(three, two))
        .withMessage("means (3) with variances (2): one for each is wanted");
  }
}
