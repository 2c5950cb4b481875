package io.gradus.experiments.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.vitals.Saturation.Stuck;
import io.gradus.experiments.vitals.Verdict.Sign;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExaminationTest {
  private static LayerVitals layer(String place, Saturation saturation, double gradient) {
    return new LayerVitals(
        place,
        "tanh",
        new Spread(0, 0.6),
        Optional.of(saturation),
        Optional.of(new Spread(0, gradient)));
  }

  private static LayerVitals tanh(String place, double gradient) {
    return layer(place, new Saturation(Stuck.TANH_ENDS, 0.05, 0, 100), gradient);
  }

  private static ParameterVitals matrix(double update) {
    return new ParameterVitals("w", List.of(2, 2), new Spread(0, 0.01), 0.1, 0.1, update);
  }

  private static Vitals step(int step, LayerVitals... layers) {
    return new Vitals(step, List.of(layers), List.of());
  }

  /// A step for each update.
  private static List<Vitals> updates(double... updates) {
    return IntStream.range(0, updates.length)
        .mapToObj(i -> new Vitals(i + 1, List.of(), List.of(matrix(updates[i]))))
        .toList();
  }

  private static List<Sign> signs(List<Vitals> steps) {
    return Examination.of(steps).stream().map(Verdict::sign).toList();
  }

  private static List<Sign> signs(LayerVitals... layers) {
    return signs(List.of(step(1, layers)));
  }

  @Test
  void aThirdAtTheEndsIsTooMuchForATanhAndNothingForARelu() {
    assertThat(signs(layer("a", new Saturation(Stuck.TANH_ENDS, 0.31, 0, 9), 1)))
        .containsExactly(Sign.SATURATED);
    assertThat(signs(layer("a", new Saturation(Stuck.TANH_ENDS, 0.29, 0, 9), 1))).isEmpty();
    assertThat(signs(layer("a", new Saturation(Stuck.ZERO, 0.6, 0, 9), 1))).isEmpty();
  }

  @Test
  void moreThanATenthOfTheUnitsMayNotBeDead() {
    assertThat(signs(layer("a", new Saturation(Stuck.ZERO, 0.5, 11, 100), 1)))
        .containsExactly(Sign.DEAD);
    assertThat(signs(layer("a", new Saturation(Stuck.ZERO, 0.5, 10, 100), 1))).isEmpty();
    assertThat(signs(layer("a", new Saturation(Stuck.TANH_ENDS, 0.2, 11, 100), 1)))
        .containsExactly(Sign.DEAD);
  }

  /// The numbers of part 3 are within a factor of 2; here they grow tenfold from layer to layer.
  @Test
  void gradientsThatGrowOrShrinkThroughTheLayersStandOut() {
    assertThat(signs(tanh("a", 0.00264), tanh("b", 0.00225), tanh("c", 0.00195))).isEmpty();
    List<Verdict> growing =
        Examination.of(
            List.of(step(1, tanh("a", 1.0), tanh("b", 0.1), tanh("c", 0.01), tanh("d", 0.001))));
    assertThat(growing).hasSize(1);
    assertThat(growing.getFirst().inWords())
        .isEqualTo("a is exploding: the deviation of its gradient is 1.0e+00, and 1.0e-03 at d.");
    assertThat(signs(tanh("a", 0.001), tanh("b", 0.01), tanh("c", 1))).containsExactly(Sign.FROZEN);
  }

  @Test
  void updatesAreJudgedByTheMiddleOne() {
    assertThat(signs(updates(-2, -3, -3, -3, Double.NEGATIVE_INFINITY))).isEmpty();
    assertThat(signs(updates(-0.5, -0.5, -0.9, -0.9, -3))).containsExactly(Sign.EXPLODING);
    assertThat(signs(updates(-3, -5.5, -5.5, -5.5, -6))).containsExactly(Sign.FROZEN);
  }

  /// A matrix of zeros is all update after the first step.
  @Test
  void theFirstUpdateDoesNotCountBesideOthers() {
    assertThat(signs(updates(0, -3))).isEmpty();
    assertThat(signs(updates(0))).containsExactly(Sign.EXPLODING);
  }

  @Test
  void aGradientOfZeroIsFrozenAndOneThatIsNoNumberExplodes() {
    var still = new ParameterVitals("b", List.of(3), new Spread(0, 0), 1, 0, -3);
    var alike = new ParameterVitals("b", List.of(3), new Spread(0.5, 0), 1, 0, -3);
    var lost = new ParameterVitals("b", List.of(3), new Spread(Double.NaN, 1), 1, 1, -3);
    var alone = new ParameterVitals("b", List.of(1), new Spread(1, Double.NaN), Double.NaN, 1, 1);

    assertThat(signs(List.of(new Vitals(1, List.of(), List.of(still, alike, lost, alone)))))
        .containsExactly(Sign.FROZEN, Sign.EXPLODING);
  }

  /// Gains begin at 1 and biases at 0: what they are moved by is no measure.
  @Test
  void onlyMatricesHaveAPace() {
    var bias = new ParameterVitals("b", List.of(3), new Spread(0, 1), 0.01, 100, -0.1);

    assertThat(signs(List.of(new Vitals(2, List.of(), List.of(bias))))).isEmpty();
  }
}
