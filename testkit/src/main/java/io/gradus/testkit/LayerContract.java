package io.gradus.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.gradus.nn.Layer;
import io.gradus.nn.Parameters;
import io.gradus.nn.Pass;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every layer keeps to: a test class gives samples of one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public interface LayerContract {
  /// Recipes, each with what comes in and what it declares.
  List<LayerSample> samples();

  /// The samples that declare [Trait#CAUSAL].
  default List<LayerSample> causalSamples() {
    return samples().stream().filter(sample -> sample.declares(Trait.CAUSAL)).toList();
  }

  @Test
  default void thereAreSamples() {
    assertThat(samples()).as("samples of a layer").isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void theInferredShapeIsTheRealOne(LayerSample sample) {
    Layer layer = sample.layer(DType.FLOAT32);
    for (int batch : new int[] {1, 3}) {
      requireInferred(sample, layer, batch, Pass.evaluation());
    }
    requireInferred(sample, layer, 3, LayerSample.training());
  }

  private static void requireInferred(LayerSample sample, Layer layer, int batch, Pass pass) {
    Shape inferred = LayerSample.batched(batch, sample.spec().infer(sample.in()).shape());
    Shape real = layer.apply(sample.batch(batch, DType.FLOAT32), pass).shape();
    if (!real.equals(inferred)) {
      fail("%s infers the shape %s, and %s comes out", sample, inferred, real);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void theTypeIsThatOfTheModel(LayerSample sample) {
    for (DType type : DType.values()) {
      DType real = sample.layer(type).apply(sample.batch(2, type), Pass.evaluation()).dtype();
      if (real != type) {
        fail("%s makes %s of %s", sample, real, type);
      }
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
  default void whatCannotComeInIsRefusedInWords(LayerSample sample) {
    OtherSignals.to(sample.in())
        .forEach(other -> OtherSignals.requireTakenOrRefused(sample, other));
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void kernelsAndThreadsChangeNoBit(LayerSample sample) {
    SameBits.require(sample);
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void itsNeighboursBeginAsWithoutIt(LayerSample sample) {
    Neighbour.requireUnmoved(sample);
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void aCheckpointKeepsItsNumbers(LayerSample sample) throws IOException {
    for (DType type : DType.values()) {
      StoredLayer.requireKept(sample, type);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void parametersAreNamedAfterTheWayToThem(LayerSample sample) {
    Parameters parameters = LayerSample.parameters(sample.layer(DType.FLOAT32));
    parameters.learned().forEach(each -> requireName(each.name(), each.value().name()));
    parameters.kept().forEach(each -> requireName(each.name(), each.value().name()));
  }

  private static void requireName(String way, String name) {
    if (!name.equals(way)) {
      fail("what is found at %s is named %s; Init makes names of component names", way, name);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void twiceBuiltIsTheSame(LayerSample sample) {
    Tensor x = sample.batch(2, DType.FLOAT32);
    Tensor first = sample.layer(DType.FLOAT32).apply(x, Pass.evaluation());
    Tensor again = sample.layer(DType.FLOAT32).apply(x, Pass.evaluation());
    SameBits.require(first, again, "%s, built twice from one seed, differs".formatted(sample));
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void evaluationGivesTheSameNumbersAgain(LayerSample sample) {
    Layer layer = sample.layer(DType.FLOAT32);
    Tensor x = sample.batch(3, DType.FLOAT32);
    Pass pass = Pass.evaluation();
    Tensor first = layer.apply(x, pass);
    pass.settle();
    Tensor again = layer.apply(x, Pass.evaluation());
    SameBits.require(first, again, "a second evaluation of %s differs".formatted(sample));
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void oneExampleOfAnEvaluationDoesNotSeeTheOthers(LayerSample sample) {
    Layer layer = sample.layer(DType.FLOAT64);
    Tensor x = sample.batch(3, DType.FLOAT64);
    Tensor together = layer.apply(x, Pass.evaluation()).slice(0, 2, 3);
    Tensor alone = layer.apply(x.slice(0, 2, 3), Pass.evaluation());
    SameBits.require(
        together, alone, "%s gives an example other numbers among others".formatted(sample));
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void trainingDiffersWhereItIsDeclared(LayerSample sample) {
    Layer layer = sample.layer(DType.FLOAT64);
    Tensor x = sample.batch(3, DType.FLOAT64);
    boolean same =
        SameBits.are(layer.apply(x, Pass.evaluation()), layer.apply(x, LayerSample.training()));
    boolean declared = sample.declares(Trait.TRAINS_DIFFERENTLY);
    if (same == declared) {
      fail(
          declared
              ? "%s declares TRAINS_DIFFERENTLY, and training gives the numbers of an evaluation"
              : "training and evaluation of %s differ, and TRAINS_DIFFERENTLY is not declared",
          sample);
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("causalSamples")
  default void thePastDoesNotKnowTheFuture(LayerSample sample) {
    for (DType type : DType.values()) {
      Causality.require(sample, type);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void anExperimentFileSaysAllOfItAndNothingElse(LayerSample sample) {
    WrittenRecord written = WrittenRecord.of(sample.spec());
    written.requireReadBack();
    written.requireStrict();
  }

  @Test
  default void itsCodeHasNoStateOfItsOwn() {
    PackageCode.of(samples().stream().map(LayerSample::spec)).requireNoState();
  }

  @Test
  default void itsCodeMakesNoForbiddenCall() {
    PackageCode.of(samples().stream().map(LayerSample::spec)).requireNoForbiddenCall();
  }
}
