package io.gradus.experiments.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gradus.experiments.insight.PathStrengths.Strength;
import io.gradus.experiments.run.SetupException;
import io.gradus.nn.scalar.Activation;
import io.gradus.nn.scalar.Layer;
import io.gradus.nn.scalar.Mlp;
import io.gradus.nn.scalar.Neuron;
import io.gradus.scalar.Value;
import io.gradus.scalar.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathStrengthsTest {
  private static Neuron neuron(Activation activation, double bias, double... weights) {
    Value[] values = new Value[weights.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Value.of(weights[i]);
    }
    return new Neuron(Values.of(values), Value.of(bias), activation);
  }

  /// h0 = relu(2x + 1), h1 = relu(-3x + 1), y = 5 h0 + 7 h1 + 11. At x = 1: h0 = 3, and h1 sleeps.
  private static final Mlp TWO_PATHS =
      new Mlp(
          List.of(
              new Layer(List.of(neuron(Activation.RELU, 1, 2), neuron(Activation.RELU, 1, -3))),
              new Layer(List.of(neuron(Activation.LINEAR, 11, 5, 7)))));

  @Test
  void aPathIsTheProductOfItsWeightsAndSlopes() {
    PathStrengths found = ScalarPaths.of(TWO_PATHS, List.of(1.0));
    assertThat(found.paths())
        .containsExactly(
            new Strength(List.of(0, 0, 0), 10, 10), new Strength(List.of(0, 1, 0), -21, 0));
    assertThat(found.paths().getFirst().inWords()).isEqualTo("x0 → h1.0 → y0");
    assertThat(found.checks()).hasSize(1);
    assertThat(found.checks().getFirst().sum()).isEqualTo(10);
    assertThat(found.checks().getFirst().gradient()).isEqualTo(10);
    assertThat(found.through().getFirst()).isDeepEqualTo(new double[][] {{10}, {0}});
    assertThat(found.stages().getLast().outputs()).containsExactly(26); // 5 · 3 + 11
  }

  /// At x = 0 both units are awake: 10 - 21.
  @Test
  void theSumIsTheGradientAtThatPoint() {
    PathStrengths found = ScalarPaths.of(TWO_PATHS, List.of(0.0));
    assertThat(found.checks().getFirst().sum()).isEqualTo(-11);
    assertThat(found.checks().getFirst().gradient()).isEqualTo(-11);
    assertThat(found.paths().getFirst().effective()).isEqualTo(-21); // the strongest first
  }

  /// y = 2 tanh(x): the slope is 2 (1 - tanh² x).
  @Test
  void aSmoothUnitHasItsOwnSlope() {
    Mlp network =
        new Mlp(
            List.of(
                new Layer(List.of(neuron(Activation.TANH, 0, 1))),
                new Layer(List.of(neuron(Activation.LINEAR, 0, 2)))));
    double tanh = StrictMath.tanh(0.5);
    PathStrengths found = ScalarPaths.of(network, List.of(0.5));
    assertThat(found.paths().getFirst().effective())
        .isCloseTo(2 * (1 - tanh * tanh), within(1e-15));
    assertThat(found.checks().getFirst().difference()).isCloseTo(0, within(1e-15));
  }

  @Test
  void tooManyPathsAreCountedAndRefused() {
    PathStrengths.requireFew(1, List.of(100, 100, 1));
    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> PathStrengths.requireFew(2, List.of(100, 100, 1)))
        .withMessage(
            "20,000 paths lead through 2 inputs and layers of [100, 100, 1] units; at most 10,000 are followed");
  }
}
