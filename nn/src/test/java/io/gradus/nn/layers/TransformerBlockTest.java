package io.gradus.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gradus.nn.Init;
import io.gradus.nn.Initialiser;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Parameters;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.Normal;
import io.gradus.nn.layers.TransformerBlock.Place;
import io.gradus.random.Philox;
import io.gradus.tensor.DType;
import io.gradus.tensor.Tensor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransformerBlockTest {
  private static final Signal SEQUENCES = Signal.numbers(16, 64);
  private static final Initialiser ZERO = new Normal(0, 0);

  private static TransformerBlock attach(TransformerBlock.Spec spec) {
    return spec.attach(SEQUENCES, Init.of(new Philox(1), DType.FLOAT64));
  }

  private static TransformerBlock.Spec silent(Place place) {
    return new TransformerBlock.Spec(
        new SelfAttention.Spec(
            4, Optional.empty(), Optional.empty(), true, 0, Recipes.WIDE, ZERO, ZERO),
        new FeedForward.Spec(Optional.empty(), Recipes.TANH, true, 0, Recipes.WIDE, ZERO, ZERO),
        new Recipes.Plain(),
        place,
        0);
  }

  private static TransformerBlock.Spec with(LayerSpec attention, LayerSpec feedForward) {
    return new TransformerBlock.Spec(attention, feedForward, new Recipes.Plain(), Place.PRE, 0);
  }

  @Test
  void branchesThatSayNothingLeaveWhatComesIn() {
    Tensor x = Fixed.numbers(1, 2, 16, 64);
    assertThat(attach(silent(Place.PRE)).apply(x, Pass.evaluation()).toDoubles())
        .isEqualTo(x.toDoubles());
  }

  @Test
  void normsBehindTheSumsAreSeenByWhatComesNext() {
    Tensor x = Fixed.numbers(1, 2, 16, 64);
    var norm = new Recipes.Plain();
    Tensor twice = norm.apply(norm.apply(x, Pass.evaluation()), Pass.evaluation());
    assertThat(attach(silent(Place.POST)).apply(x, Pass.evaluation()).toDoubles())
        .isEqualTo(twice.toDoubles());
  }

  /// A block of makemore.py has 49,984, of which the two norms are 256.
  @Test
  void aBlockOfMakemoreHasItsNumberOfParameters() {
    assertThat(Parameters.of(attach(silent(Place.PRE))).count()).isEqualTo(49_984 - 256);
  }

  @Test
  void theNamesSayWhichLayerIsMeant() {
    assertThat(Parameters.of(attach(silent(Place.PRE))).learned())
        .extracting(Parameters.Entry::name)
        .containsExactly(
            "attention.queryKeyValue.weight",
            "attention.queryKeyValue.bias",
            "attention.output.weight",
            "attention.output.bias",
            "feedForward.up.weight",
            "feedForward.up.bias",
            "feedForward.down.weight",
            "feedForward.down.bias");
  }

  @Test
  void whatBranchesAddIsDroppedInTraining() {
    Tensor x = Fixed.numbers(1, 1, 4, 4);
    var spec = with(new Recipes.Plain(), new Recipes.Plain());
    var dropping =
        new TransformerBlock.Spec(
            spec.attention(), spec.feedForward(), spec.norm(), spec.place(), 0.5);
    var random = new Philox(3);
    Tensor y = attach(dropping).apply(x, Pass.training(() -> random));
    var same = new Philox(3);
    Pass again = Pass.training(() -> same);
    Tensor wanted = added(added(x, again), again);
    assertThat(y.toDoubles()).isEqualTo(wanted.toDoubles());
    assertThat(y.toDoubles()).isNotEqualTo(attach(spec).apply(x, again).toDoubles());
  }

  private static Tensor added(Tensor x, Pass pass) {
    var norm = new Recipes.Plain();
    return x.add(new Dropout(0.5).apply(norm.apply(norm.apply(x, pass), pass), pass));
  }

  @Test
  void branchesKeepTheShape() {
    var wide = new Linear.Spec(5, true, Recipes.WIDE, Recipes.WIDE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(Recipes.attention(4, Optional.empty()), wide).infer(SEQUENCES))
        .withMessage(
            "feed-forward: numbers (B, 16, 5) go out; numbers (B, 16, 64) are wanted, the same as"
                + " come in");
  }

  @Test
  void aRefusalSaysWhereItIs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            with(Recipes.attention(3, Optional.empty()), Recipes.feedForward()).infer(SEQUENCES))
        .withMessage("attention: numbers (B, 16, 64) came in; heads = 3 does not divide C = 64");
  }

  @Test
  void aFeedForwardLayerIsFourTimesAsWideInside() {
    var one = Recipes.feedForward().attach(SEQUENCES, Init.of(new Philox(1), DType.FLOAT64));
    assertThat(one.up().weight().value().shape().lengths()).containsExactly(64, 256);
    // 8/3 of 64 is 170.67
    var gated = Recipes.gated().attach(SEQUENCES, Init.of(new Philox(1), DType.FLOAT64));
    assertThat(gated.up().weight().value().shape().lengths()).containsExactly(64, 170);
  }

  @Test
  void aGateMultipliesWhatGoesUp() {
    var layer =
        new GatedFeedForward(
            Fixed.linear(1, 1, 2),
            Recipes.TANH,
            Fixed.linear(1, 1, 3),
            Fixed.linear(1, 1, 5),
            new Dropout(0));
    assertThat(Fixed.of(layer, 1, 1, 0.5))
        .containsExactly(new double[] {5 * (StrictMath.tanh(1) * 1.5)}, within(1e-14));
  }
}
