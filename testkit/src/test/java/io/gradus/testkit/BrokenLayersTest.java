package io.gradus.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.nn.Fan;
import io.gradus.nn.Initialiser;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.TorchDefault;
import io.gradus.nn.layers.Conv1d;
import io.gradus.nn.layers.Dropout;
import io.gradus.nn.layers.Relu;
import io.gradus.random.Generator;
import io.gradus.random.Philox;
import io.gradus.tensor.Compute;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import io.gradus.testkit.wrong.Counting;
import io.gradus.testkit.wrong.Growing;
import io.gradus.testkit.wrong.Neighbour;
import io.gradus.testkit.wrong.Odd;
import io.gradus.testkit.wrong.Tanh;
import io.gradus.testkit.wrong.Unnamed;
import io.gradus.testkit.wrong.calls.Exponential;
import io.gradus.testkit.wrong.state.Remembering;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Every clause of the contract of layers refuses a layer that breaks it, and says how.
@SuppressWarnings("JUnitMethodInvoked") // that a clause refuses something is what is tested
class BrokenLayersTest {
  private static final Signal IN = Signal.numbers(2, 3);

  /// What a test class of a plugin would inherit.
  private static LayerContract contract(LayerSample... samples) {
    return () -> List.of(samples);
  }

  private static LayerSample sample(LayerSpec spec, Trait... traits) {
    return new LayerSample(spec, IN, traits);
  }

  private static LayerSample computing(BiFunction<Tensor, Pass, Tensor> forward) {
    return sample(new Odd(in -> in, forward));
  }

  private static LayerSample inferring(UnaryOperator<Signal> inference) {
    return sample(new Odd(inference, (x, _) -> x));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable clause) {
    return assertThatThrownBy(clause).isInstanceOf(AssertionError.class);
  }

  @Test
  void noSamples() {
    refused(() -> contract().thereAreSamples()).hasMessageContaining("samples of a layer");
  }

  @Test
  void aWrongInferredShape() {
    LayerSample wrong = inferring(in -> in.withLast(4));
    refused(() -> contract().theInferredShapeIsTheRealOne(wrong))
        .hasMessage("Odd of numbers (B, 2, 3) infers the shape (1, 2, 4), and (1, 2, 3) comes out");
  }

  @Test
  void anotherType() {
    LayerSample wrong = computing((x, _) -> x.to(DType.FLOAT64));
    refused(() -> contract().theTypeIsThatOfTheModel(wrong))
        .hasMessage("Odd of numbers (B, 2, 3) makes FLOAT64 of FLOAT32");
  }

  /// The slope of x² is 2x, and one of the factors is hidden.
  @Test
  void aWrongGradient() {
    LayerSample wrong = computing((x, _) -> x.detach().mul(x));
    refused(() -> contract().gradientsMatchFiniteDifferences(wrong))
        .hasMessageMatching("the gradient of input, number 0, is .*, and the slope there is .*");
  }

  @Test
  void aFailureInPlaceOfARefusal() {
    LayerSample wrong = inferring(in -> Signal.numbers(in.shape().lengths()[0], 3));
    refused(() -> contract().whatCannotComeInIsRefusedInWords(wrong))
        .hasMessageContaining("Odd of numbers (B) fails with java.lang.ArrayIndexOutOfBounds")
        .hasMessageEndingWith("; an IllegalArgumentException says what came in");
  }

  @Test
  void aRefusalWithoutWords() {
    LayerSample wrong =
        inferring(in -> {
          throw new IllegalArgumentException("no");
        });
    refused(() -> contract().whatCannotComeInIsRefusedInWords(wrong))
        .hasMessage("Odd of numbers (B) is refused without a reason: 'no'");
  }

  @Test
  void whatIsTakenAndThenFails() {
    LayerSample wrong = computing((x, _) -> x.reshape(3, 6));
    refused(() -> contract().whatCannotComeInIsRefusedInWords(wrong))
        .hasMessageContaining("Odd of numbers (B) is inferred, and fails with");
  }

  @Test
  void numbersThatDependOnThreads() {
    LayerSample wrong = computing((x, _) -> x.mul(Compute.current().threads()));
    refused(() -> contract().kernelsAndThreadsChangeNoBit(wrong))
        .hasMessageContaining("the output on scalar on 2 threads differs from scalar on 1 threads");
  }

  @Test
  void numbersThatDependOnKernels() {
    LayerSample wrong = computing((x, _) -> x.mul(Compute.current().kernels().name().length()));
    refused(() -> contract().kernelsAndThreadsChangeNoBit(wrong))
        .hasMessageContaining("the output on vector/");
  }

  @Test
  void aNeighbourThatBeginsOtherwise() {
    refused(() -> contract().itsNeighboursBeginAsWithoutIt(sample(new Neighbour())))
        .hasMessage("Neighbour[] of numbers (B, 2, 3) changes what its neighbours in a list draw");
  }

  @Test
  void theNameOfALayerOfGradus() {
    refused(() -> contract().itsNeighboursBeginAsWithoutIt(sample(new Tanh())))
        .hasMessage(
            "io.gradus.testkit.wrong.Tanh is called Tanh like gradus' own 'tanh', and would"
                + " change what such layers draw");
  }

  @Test
  void somethingThatACheckpointDoesNotKeep() {
    LayerSample wrong = sample(new Counting.Spec(true));
    refused(() -> contract().aCheckpointKeepsItsNumbers(wrong))
        .hasMessageContaining("knows something that a checkpoint does not keep");
  }

  @Test
  void aParameterOfAnotherName() {
    LayerSample wrong = sample(new Unnamed.Spec(new TorchDefault()));
    refused(() -> contract().parametersAreNamedAfterTheWayToThem(wrong))
        .hasMessage("what is found at bias is named offset; Init makes names of component names");
  }

  @Test
  void aLayerThatIsNoRecord() {
    Layer plain = (x, _) -> x;
    LayerSpec hidden =
        new LayerSpec() {
          @Override
          public Signal infer(Signal in) {
            return in;
          }

          @Override
          public Layer attach(Signal in, io.gradus.nn.Init init) {
            return plain;
          }
        };
    refused(() -> contract().parametersAreNamedAfterTheWayToThem(sample(hidden)))
        .hasMessageContaining("is no record, so that nobody finds its parameters");
    refused(() -> contract().anExperimentFileSaysAllOfItAndNothingElse(sample(hidden)))
        .hasMessageContaining("is no record, so that no file can state it");
  }

  /// Draws from one generator for all that is ever built.
  private record Shared(Generator all) implements Initialiser {
    @Override
    public double[] draw(Fan fan, Generator own) {
      return all.uniform() < 2 ? new TorchDefault().draw(fan, all) : new double[0];
    }
  }

  @Test
  void firstNumbersFromASharedStream() {
    LayerSample wrong = sample(new Unnamed.Spec(new Shared(new Philox(1))));
    refused(() -> contract().twiceBuiltIsTheSame(wrong))
        .hasMessageContaining("built twice from one seed, differs: number 0 is ");
  }

  @Test
  void anEvaluationThatLeavesSomethingBehind() {
    LayerSample wrong = sample(new Counting.Spec(false));
    refused(() -> contract().evaluationGivesTheSameNumbersAgain(wrong))
        .hasMessageContaining("a second evaluation of ");
  }

  @Test
  void anExampleThatSeesTheOthers() {
    LayerSample wrong = computing((x, _) -> x.sub(x.mean()));
    refused(() -> contract().oneExampleOfAnEvaluationDoesNotSeeTheOthers(wrong))
        .hasMessageContaining("gives an example other numbers among others");
  }

  @Test
  void trainingThatDiffersAndDoesNotSaySo() {
    refused(() -> contract().trainingDiffersWhereItIsDeclared(sample(new Dropout.Spec(0.5))))
        .hasMessageContaining("differ, and TRAINS_DIFFERENTLY is not declared");
  }

  @Test
  void trainingThatSaysItDiffersAndDoesNot() {
    LayerSample wrong = sample(new Relu(), Trait.TRAINS_DIFFERENTLY);
    refused(() -> contract().trainingDiffersWhereItIsDeclared(wrong))
        .hasMessageContaining("training gives the numbers of an evaluation");
  }

  @Test
  void aPastThatKnowsTheFuture() {
    var centred = new Conv1d.Spec(2, 3, 1, 1, 1, true, new TorchDefault(), new TorchDefault());
    LayerSample wrong = new LayerSample(centred, Signal.numbers(5, 3), Trait.CAUSAL);
    refused(() -> contract().thePastDoesNotKnowTheFuture(wrong))
        .hasMessageContaining(
            "declares CAUSAL, and what comes in from position 1 on changes what goes out before");
  }

  @Test
  void aRecipeThatAFileCannotSay() {
    refused(() -> contract().anExperimentFileSaysAllOfItAndNothingElse(sample(new Growing(1))))
        .hasMessage("Growing[size=2] is read back as Growing[size=3]");
    refused(() -> contract().anExperimentFileSaysAllOfItAndNothingElse(sample(new Neighbour())))
        .hasMessage(
            "io.gradus.testkit.wrong.Neighbour is in no catalog that the ServiceLoader finds, so"
                + " that no file can name it");
  }

  @Test
  void staticFieldsThatCanChange() {
    String type = Remembering.class.getName();
    refused(() -> contract(sample(new Remembering())).itsCodeHasNoStateOfItsOwn())
        .hasMessage(
            """
            the static field %1$s.SEEN holds a new java.util.ArrayList, which can change
            the static field %1$s.COUNTS is of an array, which can change
            the static field %1$s.attached is not final\
            """
                .formatted(type));
  }

  @Test
  void aCallOfTheProcessorsOwnDigits() {
    refused(() -> contract(sample(new Exponential())).itsCodeMakesNoForbiddenCall())
        .hasMessage(
            "io.gradus.testkit.wrong.calls.Exponential.apply calls java.lang.Math.exp in line 24");
  }

  /// So that nothing above is refused for a reason of its own.
  @Test
  void aRightLayerIsRefusedByNone() throws Exception {
    LayerSample right = new LayerSample(new Relu(), Signal.numbers(2), Trait.CAUSAL);
    LayerContract contract =
        contract(right, new LayerSample(new Relu(), new Signal.Numbers(Shape.of(1))));
    contract.thereAreSamples();
    contract.kernelsAndThreadsChangeNoBit(right);
    contract.whatCannotComeInIsRefusedInWords(right);
    contract.aCheckpointKeepsItsNumbers(right);
    contract.itsNeighboursBeginAsWithoutIt(right);
    contract.anExperimentFileSaysAllOfItAndNothingElse(right);
  }
}
