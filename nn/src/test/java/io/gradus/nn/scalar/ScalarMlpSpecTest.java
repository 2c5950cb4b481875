package io.gradus.nn.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gradus.data.Form;
import io.gradus.data.Points;
import io.gradus.nn.Outcome;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.nn.TrainedModel;
import io.gradus.random.CPython;
import io.gradus.scalar.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalarMlpSpecTest {
  private static ScalarMlpSpec spec(double l2, ScalarLoss loss, Integer... layers) {
    return new ScalarMlpSpec(List.of(layers), Activation.RELU, loss, l2);
  }

  /// One neuron `w x + b` with w = 2 and b = 1.
  private static TrainedModel line(double l2, ScalarLoss loss) {
    TrainedModel model = spec(l2, loss, 1).build(new Form.Features(1), new CPython(1));
    model.parameters().get(0).write(new double[] {2});
    model.parameters().get(1).write(new double[] {1});
    return model;
  }

  private static Points.Point point(double x, double target) {
    return new Points.Point(List.of(x), target);
  }

  private static double gradient(TrainedModel model, int slice) {
    double[] out = new double[1];
    model.parameters().get(slice).readGradient(out);
    return out[0];
  }

  /// Scores 3 and -1 for targets 1 and -1: errors 2 and 0, loss (4 + 0)/2.
  @Test
  void theSquaredErrorIsAveragedOverThePoints() {
    TrainedModel model = line(0, ScalarLoss.SQUARED_ERROR);
    Outcome outcome =
        model.learn(new Points(List.of(point(1, 1), point(-1, -1))), Pass.evaluation());
    assertThat(outcome.loss()).isEqualTo(2);
    assertThat(outcome.others()).containsExactly(Map.entry("accuracy", 1.0));
    assertThat(gradient(model, 0)).isEqualTo(2); // 2 · 2 · 1 / 2
    assertThat(gradient(model, 1)).isEqualTo(2);
  }

  /// Scores 3 and 1 for targets 1 and -1: margins 3 and -1, losses 0 and 2; the second is wrong.
  @Test
  void theHingeAsksForAMarginOfOne() {
    TrainedModel model = line(0, ScalarLoss.HINGE);
    Outcome outcome =
        model.learn(new Points(List.of(point(1, 1), point(0, -1))), Pass.evaluation());
    assertThat(outcome.loss()).isEqualTo(1);
    assertThat(outcome.others()).containsEntry("accuracy", 0.5);
    assertThat(gradient(model, 0)).isZero(); // the wrong point lies at 0
    assertThat(gradient(model, 1)).isEqualTo(0.5);
  }

  @Test
  void l2AddsTheSquaresOfAllParameters() {
    TrainedModel model = line(0.1, ScalarLoss.SQUARED_ERROR);
    Outcome outcome = model.learn(new Points(List.of(point(-1, -1))), Pass.evaluation());
    assertThat(outcome.loss()).isCloseTo(0.5, within(1e-15)); // 0 + 0.1 (4 + 1)
    assertThat(gradient(model, 0)).isCloseTo(0.4, within(1e-15));
    assertThat(gradient(model, 1)).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void theWidthOfTheInputsIsThatOfThePoints() {
    TrainedModel model =
        spec(0, ScalarLoss.HINGE, 16, 16, 1).build(new Form.Features(2), new CPython(1337));
    assertThat(model.parameters().stream().mapToInt(Slice::size).sum()).isEqualTo(337);
    double[] first = new double[2];
    model.parameters().getFirst().read(first);
    assertThat(first).containsExactly(0.23550571390294128, 0.06653114721000164);
  }

  @Test
  void onlyPointsAreScored() {
    ScalarMlpSpec spec = spec(0, ScalarLoss.HINGE, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec.build(new Form.Tokens(27, 0), new CPython(1)))
        .withMessage("a scalar-mlp learns from points, not documents of tokens");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec.build(new Form.Text(), new CPython(1)))
        .withMessage("a scalar-mlp learns from points, not text without a tokenizer");
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(0, ScalarLoss.HINGE))
        .withMessage("layers = [] must end in 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(0, ScalarLoss.HINGE, 16, 16))
        .withMessage("layers = [16, 16] must end in 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(0, ScalarLoss.HINGE, 16, 0, 1))
        .withMessage("layers = [16, 0, 1]: every layer needs at least 1 neuron");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(-1e-4, ScalarLoss.HINGE, 1))
        .withMessage("l2 = -1.0E-4 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(Double.NaN, ScalarLoss.HINGE, 1))
        .withMessage("l2 = NaN must be at least 0");
  }

  @Test
  void lossesOfOneScoreAreTheirFormulas() {
    assertThat(ScalarLoss.HINGE.of(Value.of(0.25), 1).data()).isEqualTo(0.75);
    assertThat(ScalarLoss.HINGE.of(Value.of(0.25), -1).data()).isEqualTo(1.25);
    assertThat(ScalarLoss.HINGE.of(Value.of(1.5), 1).data()).isZero();
    assertThat(ScalarLoss.SQUARED_ERROR.of(Value.of(3), 1).data()).isEqualTo(4);
  }
}
