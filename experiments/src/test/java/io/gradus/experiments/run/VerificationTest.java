package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.Expectation;
import io.gradus.experiments.run.Verification.Check;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {
  private static Check check(Expectation expected, double... losses) {
    var metrics = new Metrics();
    for (int i = 0; i < losses.length; i++) {
      metrics.add(new Metrics.Point(i + 1, "train/loss", losses[i]));
    }
    var result = new Result(Result.COMPLETE, losses.length, new TreeMap<>(), 17, "00", "");
    var run =
        new RunReport(
            Path.of("run"),
            result,
            metrics,
            List.of("kamon", "ann"),
            Optional.empty(),
            Optional.empty());
    return Verification.of(List.of(expected), run).getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "2.0, 2.0, 0.0, true",
    "2.0, 2.5, 0.5, true",
    "2.0, 1.5, 0.5, true",
    "2.0, 2.5000000000000004, 0.5, false",
    "2.0, 2.0000000000000004, 0.0, false",
    "0.0, -0.0, 0.0, true",
  })
  void aMetricHoldsUpToItsTolerance(double value, double found, double within, boolean holds) {
    Check check = check(new Expectation.Metric("train/loss", 1, value, within), found);

    assertThat(check.holds()).isEqualTo(holds);
  }

  @Test
  void saysHowFarOffAMetricIs() {
    assertThat(check(new Expectation.Metric("train/loss", 2, 1.0, 0.25), 9.0, 1.5))
        .isEqualTo(
            new Check("train/loss 1.0 at step 2 within 0.25", false, "1.5 at step 2, off by 0.5"));
    assertThat(check(new Expectation.Metric("train/loss", 2, 1.0, 0.75), 9.0, 1.5))
        .isEqualTo(new Check("train/loss 1.0 at step 2 within 0.75", true, "furthest off 0.5"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoNumberNeverHolds(double none) {
    double anything = Double.MAX_VALUE;

    assertThat(check(new Expectation.Metric("train/loss", 1, 1.0, anything), none).holds())
        .isFalse();
    assertThat(check(new Expectation.Metric("train/loss", 1, none, anything), none).holds())
        .isFalse();
    assertThat(check(new Expectation.Metric("train/loss", 1, none, anything), 1.0).holds())
        .isFalse();
  }

  @Test
  void aMissingMetricSaysWhichThereAre() {
    assertThat(check(new Expectation.Metric("test/loss", 1, 1.0, 0.0), 1.0))
        .isEqualTo(
            new Check(
                "test/loss 1.0 at step 1 within 0.0",
                false,
                "none at step 1; there are train/loss"));
  }

  @Test
  void aSeriesNamesItsFirstStepThatIsWrong() {
    var expected = new Expectation.Series("train/loss", 2, List.of(2.0, 3.0, 4.0), 0.5);

    assertThat(check(expected, 9.0, 2.0, 3.25, 4.5))
        .isEqualTo(new Check("train/loss at steps 2 to 4 within 0.5", true, "furthest off 0.5"));
    assertThat(check(expected, 9.0, 2.0, 4.0, 5.0).found()).isEqualTo("4.0 at step 3, off by 1.0");
    assertThat(check(expected, 9.0, 2.0, 3.0).found())
        .isEqualTo("none at step 4; there are train/loss");
  }

  @Test
  void samplesAreTheFirstOnesInOrder() {
    assertThat(check(new Expectation.Samples(List.of("kamon")), 1.0).holds()).isTrue();
    assertThat(check(new Expectation.Samples(List.of("kamon", "ann")), 1.0).holds()).isTrue();
    assertThat(check(new Expectation.Samples(List.of("ann")), 1.0))
        .isEqualTo(new Check("samples ann", false, "sample 1 is 'kamon'"));
    assertThat(check(new Expectation.Samples(List.of("kamon", "ann", "karai")), 1.0))
        .isEqualTo(new Check("samples kamon ann karai", false, "only 2"));
  }

  @Test
  void parametersAreCounted() {
    assertThat(check(new Expectation.Parameters(17), 1.0))
        .isEqualTo(new Check("17 parameters", true, "17"));
    assertThat(check(new Expectation.Parameters(16), 1.0))
        .isEqualTo(new Check("16 parameters", false, "17"));
  }
}
