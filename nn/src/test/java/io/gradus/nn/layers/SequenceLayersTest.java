package io.gradus.nn.layers;

import io.gradus.tensor.DType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What all layers of sequences promise.
class SequenceLayersTest {
  static List<LayerTrial> causal() {
    return Recipes.causal();
  }

  static Stream<LayerTrial> all() {
    return Stream.concat(
        Recipes.causal().stream(),
        Stream.of(
            LayerTrial.of("dropout", new Dropout.Spec(0.25), 3, 4),
            LayerTrial.of("feed-forward", Recipes.feedForward(), 4),
            LayerTrial.of("feed-forward of sequences", Recipes.feedForward(), 2, 3),
            LayerTrial.of("gated-feed-forward", Recipes.gated(), 2, 3)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theShapeIsTheInferredOne(LayerTrial trial) {
    trial.requireShape(1);
    trial.requireShape(3);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theGradientsAreSlopes(LayerTrial trial) {
    trial.requireSlopes();
  }

  @ParameterizedTest
  @MethodSource("causal")
  void thePastDoesNotKnowTheFuture(LayerTrial trial) {
    trial.requireCausal(DType.FLOAT32);
    trial.requireCausal(DType.FLOAT64);
  }
}
