package io.gradus.experiments.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateCurveTest {
  private static final Sweep SWEEP = new Sweep(0.001, 1);

  /// The losses are given by the exponents of the rates, from -3 to 0.
  private static RateCurve curve(int steps, DoubleUnaryOperator loss) {
    List<Double> rates = IntStream.range(0, steps).mapToObj(t -> SWEEP.rate(t, steps)).toList();
    return RateCurve.of(
        rates,
        rates.stream().map(rate -> loss.applyAsDouble(StrictMath.log10(rate))).toList(),
        Optional.empty());
  }

  /// `10 ** torch.linspace(-3, 0, 7)`.
  @Test
  void ratesGrowByOneFactor() {
    assertThat(IntStream.range(0, 7).mapToObj(t -> SWEEP.rate(t, 7)))
        .containsExactly(
            0.001,
            StrictMath.pow(10, -2.5),
            0.01,
            StrictMath.pow(10, -1.5),
            0.1,
            StrictMath.pow(10, -0.5),
            1.0);
  }

  /// It falls by 10 to the exponent -1, is flat up to -0.5 and rises by 10 to 0.
  @Test
  void theBeginningOfTheValleyIsSuggested() {
    RateCurve valley = curve(301, x -> 1 + (x < -1 ? 5 * (-1 - x) : x > -0.5 ? 20 * (x + 0.5) : 0));

    assertThat(valley.suggestion().orElseThrow().rate()).isEqualTo(0.1);
    assertThat(valley.lowest().orElseThrow().smooth()).isCloseTo(1, within(1e-9));
    assertThat(valley.rises().orElseThrow().exponent()).isBetween(-0.5, -0.4);
    assertThat(valley.steepest().orElseThrow().exponent()).isLessThan(-1);
    assertThat(valley.silence()).isEmpty();
  }

  /// Of the falls, that from -2 to -1.9 is the steepest.
  @Test
  void theSteepestFallIsFound() {
    RateCurve curve = curve(301, x -> x < -2 ? 5 - x / 10 : x < -1.9 ? -15 - 10 * x - 0 : 4 + x);

    assertThat(curve.steepest().orElseThrow().exponent()).isCloseTo(-1.95, within(0.1));
  }

  /// Each point is the mean over a twentieth of the steps: the ups and downs of single batches do
  /// not move what is found.
  @Test
  void singleBatchesDoNotCount() {
    var even = new boolean[] {false};
    RateCurve noisy =
        curve(
            1000,
            x -> {
              even[0] = !even[0];
              return 10 + 3 * (x + 1) * (x + 1) + (even[0] ? 4 : -4);
            });

    assertThat(noisy.lowest().orElseThrow().exponent()).isCloseTo(-1, within(0.1));
    assertThat(noisy.points().get(500).smooth()).isCloseTo(10 + 3 * 0.25, within(0.3));
  }

  @Test
  void aCurveThatSaysNothingSaysWhy() {
    assertThat(curve(100, x -> -x).suggestion()).isEmpty();
    assertThat(curve(100, x -> -x).silence().orElseThrow()).startsWith("the loss still falls");
    assertThat(curve(100, x -> x).silence().orElseThrow()).startsWith("the loss falls at none");
    assertThat(curve(100, x -> x).steepest()).isEmpty();
    RateCurve two = RateCurve.of(List.of(1.0, 2.0), List.of(1.0, 20.0), Optional.of(2.0));
    assertThat(two.silence().orElseThrow()).startsWith("the loss explodes at once");
    assertThat(RateCurve.of(List.of(), List.of(), Optional.of(1.0)).suggestion()).isEmpty();
  }
}
