package io.gradus.experiments.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradus.data.Points;
import io.gradus.experiments.Training;
import io.gradus.experiments.run.Trainer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.TrainedModel;
import io.gradus.nn.initialisers.Constant;
import io.gradus.nn.layers.Linear;
import io.gradus.nn.layers.Relu;
import io.gradus.nn.losses.Mse;
import io.gradus.nn.losses.Reduction;
import io.gradus.nn.network.SequentialSpec;
import io.gradus.optimizers.Sgd;
import io.gradus.random.Streams;
import io.gradus.tensor.DType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// `relu(x·W₁)·W₂` with W₁ = (1, 3) and W₂ = (1, ½), of x = 1 and x = -1.
///
/// The outputs are 2½ and 0, the targets 1½ and 0, so that their gradients are 1 and 0.
class WatchTest {
  private static final Points TWO =
      new Points(List.of(new Points.Point(List.of(1.0), 1.5), new Points.Point(List.of(-1.0), 0)));

  private static Vitals vitals(int batch, int accumulate) {
    var random = Streams.named(1, Map.of());
    TrainedModel model =
        new SequentialSpec(
                List.of(linear(2), new Relu(), linear(1)),
                new Mse(Reduction.MEAN),
                Optional.empty(),
                DType.FLOAT64,
                List.of())
            .build(TWO.form(), random.stream("init"));
    model.parameters().get(0).write(new double[] {1, 3});
    model.parameters().get(1).write(new double[] {1, 0.5});
    var plan =
        new Training(
            1,
            Optional.of(batch),
            Training.Order.IN_ORDER,
            accumulate,
            Optional.empty(),
            List.of());
    var rule = new Sgd(new io.gradus.optimizers.Constant(0.5));
    var watch = new Watch();
    assertThat(new Trainer(model, TWO, rule, plan, random).step(0, watch).trouble()).isEmpty();
    return watch.vitals(1, layer -> layer.getClass().getSimpleName());
  }

  private static LayerSpec linear(int out) {
    return new Linear.Spec(out, false, new Constant(0), new Constant(0));
  }

  /// 1, 3, 0 and 0 come out of the relu, and 1, ½, 0 and 0 back to it.
  @Test
  void aLayerIsSeenInBothDirections() {
    List<LayerVitals> layers = vitals(2, 1).layers();

    assertThat(layers.stream().map(LayerVitals::place))
        .containsExactly("layers.0", "layers.1", "layers.2");
    assertThat(layers.get(0).saturation()).isEmpty();
    LayerVitals relu = layers.get(1);
    assertThat(relu.type()).isEqualTo("Relu");
    assertThat(relu.output()).isEqualTo(new Spread(1, Math.sqrt(6.0 / 3)));
    assertThat(relu.saturation()).contains(new Saturation(Saturation.Stuck.ZERO, 0.5, 0, 2));
    assertThat(relu.gradient()).contains(new Spread(0.375, Math.sqrt(0.6875 / 3)));
    assertThat(layers.get(2).gradient()).contains(new Spread(0.5, Math.sqrt(0.5)));
  }

  /// W₁ has the gradient (1, ½) and becomes (½, 2¾), W₂ has (1, 3) and becomes (½, -1).
  @Test
  void aParameterIsSeenAfterItsMove() {
    List<ParameterVitals> parameters = vitals(2, 1).parameters();

    ParameterVitals first = parameters.get(0);
    assertThat(first.name()).isEqualTo("layers.0.weight");
    assertThat(first.shape()).containsExactly(1, 2);
    assertThat(first.gradient().mean()).isEqualTo(0.75);
    assertThat(first.deviation()).isCloseTo(2.25 / Math.sqrt(2), within(1e-15));
    assertThat(first.ratio()).isCloseTo(0.5 / 2.25, within(1e-15));
    assertThat(first.update()).isCloseTo(StrictMath.log10(0.25 / 2.25), within(1e-15));
    ParameterVitals second = parameters.get(1);
    assertThat(second.gradient().mean()).isEqualTo(2);
    assertThat(second.ratio()).isCloseTo(2 / 1.5, within(1e-15));
    assertThat(second.update()).isCloseTo(StrictMath.log10(1 / 1.5), within(1e-15));
  }

  /// Two batches of one example are one step: what came out is joined, and the gradients that the
  /// parameters follow are the mean.
  @Test
  void severalBatchesOfAStepAreSeenTogether() {
    Vitals whole = vitals(2, 1);
    Vitals parts = vitals(1, 2);

    assertThat(parts.parameters()).isEqualTo(whole.parameters());
    LayerVitals relu = parts.layers().get(1);
    assertThat(relu.output().mean()).isEqualTo(1);
    assertThat(relu.output().deviation()).isCloseTo(Math.sqrt(2), within(1e-15));
    assertThat(relu.saturation()).isEqualTo(whole.layers().get(1).saturation());
  }
}
