package io.gradus.nn.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradus.data.DataContext;
import io.gradus.data.DataException;
import io.gradus.data.Form;
import io.gradus.data.Moons;
import io.gradus.data.Points;
import io.gradus.nn.Outcome;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.nn.TrainedModel;
import io.gradus.random.CPython;
import io.gradus.random.Generator;
import io.gradus.random.NumpyLegacy;
import io.gradus.scalar.Value;
import io.gradus.scalar.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MlpTest {
  private static int count(List<Slice> slices) {
    return slices.stream().mapToInt(Slice::size).sum();
  }

  /// One step downhill along the gradients that the last backward pass left.
  private static void descend(List<Slice> slices, double rate) {
    for (Slice slice : slices) {
      double[] w = new double[slice.size()];
      double[] g = new double[slice.size()];
      slice.read(w);
      slice.readGradient(g);
      for (int i = 0; i < w.length; i++) {
        w[i] -= rate * g[i];
      }
      slice.write(w);
    }
  }

  private static Points.Point point(double target, Double... features) {
    return new Points.Point(List.of(features), target);
  }

  @Test
  void theNetworksOfTheLectureHaveTheirNumbersOfParameters() {
    Generator init = new CPython(1);
    Mlp demo = Mlp.create(2, List.of(16, 16, 1), Activation.RELU, init);
    Mlp lecture = Mlp.create(3, List.of(4, 4, 1), Activation.TANH, init);
    assertThat(count(ScalarParameters.of(demo))).isEqualTo(337);
    assertThat(count(ScalarParameters.of(lecture))).isEqualTo(41);
  }

  @Test
  void theLastLayerIsLinear() {
    Mlp mlp = Mlp.create(2, List.of(16, 16, 1), Activation.RELU, new CPython(1));
    assertThat(mlp.layers())
        .extracting(layer -> layer.neurons().getFirst().activation())
        .containsExactly(Activation.RELU, Activation.RELU, Activation.LINEAR);
    assertThat(mlp.apply(Values.of(Value.of(1), Value.of(2)))).hasSize(1);
  }

  /// The lecture's network has a tangent behind its last layer too.
  @Test
  void theFourPointsOfTheLectureAreLearned() {
    Generator init = new CPython(1337);
    Mlp mlp =
        new Mlp(
            List.of(
                Layer.create(3, 4, Activation.TANH, init),
                Layer.create(4, 4, Activation.TANH, init),
                Layer.create(4, 1, Activation.TANH, init)));
    List<Points.Point> points =
        List.of(
            point(1, 2.0, 3.0, -1.0),
            point(-1, 3.0, -1.0, 0.5),
            point(-1, 0.5, 1.0, 1.0),
            point(1, 1.0, 1.0, -1.0));
    double loss = Double.POSITIVE_INFINITY;
    for (int step = 0; step < 1_000 && loss >= 0.01; step++) {
      Value error = squaredError(mlp, points);
      error.backward();
      descend(ScalarParameters.of(mlp), 0.1);
      loss = error.data();
    }
    assertThat(loss).isLessThan(0.01);
  }

  private static Value squaredError(Mlp mlp, List<Points.Point> points) {
    List<Value> errors = new ArrayList<>();
    for (Points.Point point : points) {
      Values x = Values.copyOf(point.features().stream().map(Value::of).toList());
      errors.add(mlp.apply(x).getFirst().sub(point.target()).pow(2));
    }
    return Value.sum(errors);
  }

  /// micrograd's demo on two moons, step by step as its notebook printed it.
  @Test
  void theDemoOfMicrogradHasItsPublishedLosses() {
    ScalarMlpSpec spec =
        new ScalarMlpSpec(List.of(16, 16, 1), Activation.RELU, ScalarLoss.HINGE, 1e-4);
    TrainedModel model = spec.build(new Form.Features(2), new CPython(1337));
    Points moons = moons();
    List<Double> losses = new ArrayList<>();
    List<Double> accuracies = new ArrayList<>();
    for (int k = 0; k < 100; k++) {
      Outcome outcome = model.learn(moons, Pass.evaluation());
      losses.add(outcome.loss());
      accuracies.add(outcome.others().get("accuracy"));
      descend(model.parameters(), 1.0 - 0.9 * k / 100);
    }
    assertThat(losses.get(0)).isCloseTo(0.8958441028683222, within(1e-12));
    assertThat(losses.get(1)).isCloseTo(1.7235905336972022, within(1e-12));
    assertThat(losses.get(2)).isCloseTo(0.7429006313851131, within(1e-11));
    assertThat(losses.get(10)).isCloseTo(0.24507023853658053, within(1e-9));
    assertThat(losses.get(20)).isCloseTo(0.18977522856087634, within(1e-9));
    assertThat(losses.get(40)).isCloseTo(0.06016009895234464, within(1e-9));
    assertThat(losses.get(50)).isCloseTo(0.09875114765619622, within(1e-9));
    assertThat(losses.get(70)).isCloseTo(0.014229870065926908, within(1e-9));
    assertThat(losses.get(99)).isCloseTo(0.010978370135492717, within(1e-9));
    assertThat(List.of(0, 1, 2, 10, 20, 40, 50, 70, 99).stream().map(accuracies::get))
        .containsExactly(0.5, 0.81, 0.77, 0.91, 0.91, 1.0, 0.96, 1.0, 1.0);
  }

  private static Points moons() {
    Generator numpy = new NumpyLegacy(1337);
    return new Moons(100, 0.1).load(new Draws(numpy));
  }

  /// A context of random numbers and nothing to read.
  private record Draws(Generator generator) implements DataContext {
    @Override
    public String corpus(String name) {
      throw new DataException("there is no corpus here");
    }

    @Override
    public String file(Path file) {
      throw new DataException("there is no file here");
    }

    @Override
    public Generator stream(String name) {
      return generator;
    }
  }
}
