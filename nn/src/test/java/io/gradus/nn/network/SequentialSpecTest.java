package io.gradus.nn.network;

import static io.gradus.nn.network.Small.embedding;
import static io.gradus.nn.network.Small.linear;
import static io.gradus.nn.network.Small.points;
import static io.gradus.nn.network.Small.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradus.data.Dataset;
import io.gradus.data.Padded;
import io.gradus.data.Texts;
import io.gradus.data.Windows;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.nn.layers.Flatten;
import io.gradus.nn.layers.Tanh;
import io.gradus.nn.losses.Hinge;
import io.gradus.nn.losses.Mse;
import io.gradus.nn.losses.Reduction;
import io.gradus.random.Philox;
import io.gradus.tensor.DType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

/// What fits together, and what is refused in which words.
class SequentialSpecTest {
  private static final Dataset WINDOWS = new Windows(3).cut(Small.documents(new int[] {1, 2}));
  private static final Dataset PADDED = new Padded(3).cut(Small.documents(new int[] {1, 2}));
  private static final Dataset CLASSES = points(new double[] {0, 0, 0}, new double[] {1, 1, 2});
  private static final Dataset SIGNS = points(new double[] {0, 0, -1}, new double[] {1, 1, 1});

  private static ThrowableAssertAlternative<IllegalArgumentException> refused(
      SequentialSpec spec, Dataset data) {
    return assertThatIllegalArgumentException()
        .isThrownBy(() -> spec.build(data.form(), new Philox(1)));
  }

  private static SequentialSpec frozen(String... patterns) {
    return new SequentialSpec(
        List.of(embedding(2), new Flatten(), linear(5)),
        Small.CROSS_ENTROPY,
        Optional.empty(),
        DType.FLOAT64,
        List.of(patterns));
  }

  @Test
  void whatTheDataGiveDecidesTheWidths() {
    assertThat(Small.network(frozen(), WINDOWS).parameters())
        .extracting(
            slice -> "%s %s".formatted(slice.name(), IntStream.of(slice.shape()).boxed().toList()))
        .containsExactly("layers.0.table [5, 2]", "layers.2.weight [6, 5]", "layers.2.bias [5]");
  }

  @Test
  void onlyANetworkOfTokensWrites() {
    assertThat(Small.network(frozen(), WINDOWS)).isInstanceOf(LanguageModel.class);
    assertThat(Small.network(spec(linear(3)), CLASSES)).isNotInstanceOf(LanguageModel.class);
  }

  @Test
  void theLastLayerMustScoreEachToken() {
    refused(spec(embedding(2), new Flatten(), linear(4)), WINDOWS)
        .withMessage(
            "layers[2]: it gives numbers (B, 4), but scores (B, 5) are wanted: one for each token");
    refused(spec(embedding(2), linear(5)), WINDOWS)
        .withMessageStartingWith("layers[1]: it gives numbers (B, 3, 5), but scores (B, 5)");
    refused(spec(embedding(2), new Flatten(), linear(5)), PADDED)
        .withMessage(
            "layers[2]: it gives numbers (B, 5), but scores (B, 3, 5) are wanted: one for each"
                + " token at each position");
  }

  @Test
  void tokensAreNotComparedWithNumbers() {
    refused(
            spec(new Mse(Reduction.MEAN), DType.FLOAT32, embedding(2), new Flatten(), linear(5)),
            WINDOWS)
        .withMessage(
            "loss: it compares numbers, and tokens are classes; cross-entropy compares them");
  }

  @Test
  void documentsMustBeCut() {
    refused(frozen(), Small.documents(new int[] {1, 2}))
        .withMessage(
            "a sequential model learns from sequences of one length; say how documents are cut,"
                + " such as examples: {type: windows, length: 3}");
    refused(frozen(), new Texts(List.of("ab")))
        .withMessage(
            "a sequential model learns from tokens or points, not text without a tokenizer");
  }

  @Test
  void aLossOfNumbersWantsOneForEachPoint() {
    SequentialSpec two = spec(new Hinge(Reduction.MEAN), DType.FLOAT32, linear(2));
    refused(two, SIGNS)
        .withMessage(
            "layers[0]: it gives numbers (B, 2), but one number for each point is wanted: (B) or"
                + " (B, 1)");
    SequentialSpec one = spec(new Hinge(Reduction.MEAN), DType.FLOAT32, linear(1));
    assertThat(Small.network(one, SIGNS).learn(SIGNS, Pass.evaluation()).loss()).isPositive();
  }

  /// -1 would stand for no answer, and half of the points would teach nothing.
  @Test
  void aLossOfClassesWantsTargetsThatAreClasses() {
    refused(spec(linear(2)), SIGNS)
        .withMessage(
            "loss: it compares with classes, 0, 1, ..., and these targets are other numbers; hinge"
                + " and mse are losses of numbers");
    refused(spec(linear(2)), CLASSES)
        .withMessage("layers[0]: it gives numbers (B, 2), but the classes are 0 to 2");
    assertThat(Small.network(spec(linear(3)), CLASSES).evaluate(CLASSES).loss()).isPositive();
  }

  @Test
  void aLayerThatDoesNotFitIsNamed() {
    refused(spec(linear(4), embedding(2)), CLASSES)
        .withMessage("layers[1]: numbers (B, 4) came in; tokens are wanted");
  }

  @Test
  void whatIsFrozenHasNoGradient() {
    Network network = Small.network(frozen("layers.0.*", "*.bias"), WINDOWS);
    assertThat(network.parameters()).extracting(Slice::learned).containsExactly(false, true, false);
    double _ = network.learn(WINDOWS, Pass.evaluation()).loss();
    assertThat(network.parameters())
        .extracting(SequentialSpecTest::moves)
        .containsExactly(false, true, false);
  }

  private static boolean moves(Slice slice) {
    double[] gradient = new double[slice.size()];
    slice.readGradient(gradient);
    return Arrays.stream(gradient).anyMatch(each -> each != 0);
  }

  @Test
  void aPatternThatFreezesNothingIsRefused() {
    refused(frozen("layers.1.*"), WINDOWS)
        .withMessage(
            "freeze: 'layers.1.*' matches no parameter; there are layers.0.table,"
                + " layers.2.weight, layers.2.bias");
  }

  @Test
  void thereMustBeALayer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec())
        .withMessage("layers is empty: there must be at least one");
  }

  /// A layer without parameters between two others changes none of their first numbers.
  @Test
  void aLayerBetweenChangesNoFirstNumbers() {
    double[] plain = numbers(spec(linear(4), linear(3)));
    assertThat(numbers(spec(linear(4), new Tanh(), linear(3)))).containsExactly(plain);
  }

  private static double[] numbers(SequentialSpec spec) {
    return Small.network(spec, CLASSES).parameters().stream()
        .flatMapToDouble(slice -> {
          double[] numbers = new double[slice.size()];
          slice.read(numbers);
          return Arrays.stream(numbers);
        })
        .toArray();
  }
}
