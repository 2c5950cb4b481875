package io.gradus.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.Parameters;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.random.Philox;
import io.gradus.tensor.DType;
import io.gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every layer keeps to: a test class of a layer gives samples of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
interface LayerContract {
  /// Recipes, each with what comes in.
  List<LayerSample> samples();

  @ParameterizedTest
  @MethodSource("samples")
  default void theInferredShapeIsTheRealOne(LayerSample sample) {
    Signal out = sample.spec().infer(sample.in());
    Layer layer = sample.layer(DType.FLOAT32);
    for (int batch : new int[] {1, 3}) {
      Tensor y = layer.apply(sample.batch(batch, DType.FLOAT32), Pass.evaluation());
      assertThat(y.shape()).isEqualTo(LayerSample.batched(batch, out.shape()));
    }
    Tensor y = layer.apply(sample.batch(3, DType.FLOAT32), LayerSample.training());
    assertThat(y.shape()).isEqualTo(LayerSample.batched(3, out.shape()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void theTypeIsThatOfTheModel(LayerSample sample) {
    for (DType type : DType.values()) {
      Tensor y = sample.layer(type).apply(sample.batch(2, type), Pass.evaluation());
      assertThat(y.dtype()).isEqualTo(type);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void gradientsMatchFiniteDifferences(LayerSample sample) {
    Layer layer = sample.layer(DType.FLOAT64);
    Tensor x = sample.batch(3, DType.FLOAT64);
    new GradientCheck(layer, LayerSample::training).of(x);
    new GradientCheck(layer, Pass::evaluation).of(x);
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void evaluationGivesTheSameNumbersAgain(LayerSample sample) {
    Layer layer = sample.layer(DType.FLOAT32);
    Tensor x = sample.batch(3, DType.FLOAT32);
    Pass pass = Pass.evaluation();
    float[] first = layer.apply(x, pass).toFloats();
    pass.settle();
    assertThat(layer.apply(x, Pass.evaluation()).toFloats()).containsExactly(first);
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void oneExampleOfAnEvaluationDoesNotSeeTheOthers(LayerSample sample) {
    Layer layer = sample.layer(DType.FLOAT64);
    Tensor x = sample.batch(3, DType.FLOAT64);
    Tensor together = layer.apply(x, Pass.evaluation());
    Tensor alone = layer.apply(x.slice(0, 2, 3), Pass.evaluation());
    assertThat(alone.toDoubles()).containsExactly(together.slice(0, 2, 3).toDoubles());
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void parametersAreNamedAfterTheWayToThem(LayerSample sample) {
    Parameters parameters = Parameters.of((Record) sample.layer(DType.FLOAT32));
    assertThat(parameters.learned())
        .allSatisfy(entry -> assertThat(entry.value().name()).isEqualTo(entry.name()));
    assertThat(parameters.kept())
        .allSatisfy(entry -> assertThat(entry.value().name()).isEqualTo(entry.name()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void twiceBuiltIsTheSame(LayerSample sample) {
    Tensor x = sample.batch(2, DType.FLOAT32);
    float[] first = sample.layer(DType.FLOAT32).apply(x, Pass.evaluation()).toFloats();
    Layer again = sample.spec().attach(sample.in(), Init.of(new Philox(42), DType.FLOAT32));
    assertThat(again.apply(x, Pass.evaluation()).toFloats()).containsExactly(first);
  }
}
