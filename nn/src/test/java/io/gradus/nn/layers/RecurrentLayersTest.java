package io.gradus.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gradus.nn.Init;
import io.gradus.nn.Parameters;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.TorchDefault;
import io.gradus.random.Philox;
import io.gradus.tensor.DType;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecurrentLayersTest {
  private static final Signal SEQUENCES = Signal.numbers(5, 64);

  private static Init init() {
    return Init.of(new Philox(1), DType.FLOAT64);
  }

  private static double tanh(double x) {
    return StrictMath.tanh(x);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  private static void requireClose(double[] numbers, double... wanted) {
    assertThat(numbers).containsExactly(wanted, within(1e-15));
  }

  @Test
  void theStateOfAnRnnGoesFromStepToStep() {
    var cell = new RnnCell(Fixed.linear(1, 1, 2), Fixed.linear(1, 1, 3), Recipes.TANH);
    double first = tanh(2 * 0.5);
    requireClose(
        Fixed.of(new Rnn(cell, Optional.empty()), 2, 1, 0.5, -1), first, tanh(2 * -1 + 3 * first));
  }

  @Test
  void aLearnedStartIsTheStateBeforeTheFirstStep() {
    var cell = new JointRnnCell(Fixed.linear(2, 1, 2, 3), Recipes.TANH);
    Parameter start = Fixed.parameter(1, 1, 0.25);
    requireClose(Fixed.of(new Rnn(cell, Optional.of(start)), 1, 1, 0.5), tanh(2 * 0.5 + 3 * 0.25));
  }

  @Test
  void theGruOfMakemoreResetsTheStateBeforeItsMap() {
    var cell =
        new JointGruCell(
            Fixed.linear(2, 1, 0.1, 0.2),
            Fixed.linear(2, 1, 0.3, 0.4),
            Fixed.linear(2, 1, 0.5, 0.6));
    double h = 0.25;
    double z = sigmoid(0.1 * 2 + 0.2 * h);
    double r = sigmoid(0.3 * 2 + 0.4 * h);
    double n = tanh(0.5 * 2 + 0.6 * (r * h));
    Parameter start = Fixed.parameter(1, 1, h);
    requireClose(Fixed.of(new Gru(cell, Optional.of(start)), 1, 1, 2), (1 - z) * h + z * n);
  }

  /// Where z is 1, makemore's GRU takes the candidate and PyTorch's keeps the state.
  @Test
  void theTwoGrusMeanOppositeThingsByZ() {
    Parameter start = Fixed.parameter(1, 1, 0.25);
    Tensor open = Tensor.of(new double[] {100}, 1);
    Linear nothing = Fixed.linear(2, 1, 0, 0);
    Linear update = Fixed.linear(Tensor.of(new double[] {0, 0}, 2, 1), open);
    var makemore = new JointGruCell(update, biased(nothing), biased(nothing));
    requireClose(Fixed.of(new Gru(makemore, Optional.of(start)), 1, 1, 2), 0);
    Tensor gates = Tensor.of(new double[] {0, 100, 0}, 3);
    Linear input = Fixed.linear(Tensor.of(new double[3], 1, 3), gates);
    var torch = new GruCell(input, Fixed.linear(1, 3, 0, 0, 0));
    requireClose(Fixed.of(new Gru(torch, Optional.of(start)), 1, 1, 2), 0.25);
  }

  private static Linear biased(Linear linear) {
    return new Linear(
        linear.weight(), Optional.of(new Parameter("bias", Tensor.of(new double[1], 1))));
  }

  @Test
  void theMemoryOfAnLstmStaysWhereItsGatesAreShut() {
    // i, f, g, o: nothing goes in, all is kept, all goes out
    Tensor gates = Tensor.of(new double[] {-1000, 1000, 0, 1000}, 4);
    Linear input = Fixed.linear(Tensor.of(new double[4], 1, 4), gates);
    var cell = new LstmCell(input, Fixed.linear(1, 4, 0, 0, 0, 0));
    Parameter start = Fixed.parameter(1, 2, 0.1, 0.7); // h, c
    double out = tanh(0.7);
    requireClose(Fixed.of(new Lstm(cell, Optional.of(start)), 3, 1, 5, -5, 9), out, out, out);
  }

  @Test
  void oneMapOfBothIsTheSumOfAMapOfEach() {
    var torch = new RnnCell(Fixed.linear(2, 1, 1, 2), Fixed.linear(1, 1, 3), Recipes.TANH);
    var makemore = new JointRnnCell(Fixed.linear(3, 1, 1, 2, 3), Recipes.TANH);
    double[] x = {0.1, -0.2, 0.3, 0.4};
    assertThat(Fixed.of(new Rnn(makemore, Optional.empty()), 2, 2, x))
        .isEqualTo(Fixed.of(new Rnn(torch, Optional.empty()), 2, 2, x));
  }

  /// makemore.py counts 11,803 and 28,315, of which the embedding (27, 64) and the map to 27
  /// tokens, with its bias, are 3,483.
  @Test
  void theLayersOfMakemoreHaveItsNumbersOfParameters() {
    var torch = new TorchDefault();
    var rnn = new Rnn.Spec(64, Recipes.TANH, CellForm.MAKEMORE, Start.LEARNED, true, torch, torch);
    var gru = new Gru.Spec(64, CellForm.MAKEMORE, Start.LEARNED, true, torch, torch);
    assertThat(Parameters.of(rnn.attach(SEQUENCES, init())).count()).isEqualTo(11_803 - 3_483);
    assertThat(Parameters.of(gru.attach(SEQUENCES, init())).count()).isEqualTo(28_315 - 3_483);
  }

  @Test
  void theNamesSayWhichMapIsMeant() {
    var gru = Recipes.gru(CellForm.TORCH, Start.LEARNED, true).attach(SEQUENCES, init());
    assertThat(Parameters.of(gru).learned())
        .extracting(Parameters.Entry::name)
        .containsExactly(
            "cell.input.weight",
            "cell.input.bias",
            "cell.state.weight",
            "cell.state.bias",
            "start");
  }

  @Test
  void allNumbersOfTorchsCellsBeginWithinTheWidthOfTheState() {
    var torch = new TorchDefault();
    Lstm lstm = new Lstm.Spec(4, Start.ZEROS, true, torch, torch).attach(SEQUENCES, init());
    for (var entry : Parameters.of(lstm).learned()) {
      double largest =
          Arrays.stream(entry.value().value().toDoubles()).map(Math::abs).max().orElseThrow();
      assertThat(largest).as(entry.name()).isBetween(0.4, 0.5); // 1/√4
    }
  }

  @Test
  void aLearnedStartBeginsAtZero() {
    Lstm lstm = Recipes.lstm(Start.LEARNED, true).attach(SEQUENCES, init());
    assertThat(lstm.start().orElseThrow().value().toDoubles()).containsOnly(0).hasSize(6);
  }

  @Test
  void anActivationKeepsTheShape() {
    var wide = new Linear.Spec(5, true, Recipes.WIDE, Recipes.WIDE);
    var rnn = new Rnn.Spec(3, wide, CellForm.TORCH, Start.ZEROS, true, Recipes.WIDE, Recipes.WIDE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rnn.infer(SEQUENCES))
        .withMessage(
            "activation: numbers (B, 5) go out; numbers (B, 3) are wanted, the same as come in");
  }

  @Test
  void onlySequencesComeIn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recipes.lstm(Start.ZEROS, true).infer(Signal.numbers(2, 3, 4)))
        .withMessage("numbers (B, 2, 3, 4) came in; (B, T, C) is wanted");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Gru.Spec(0, CellForm.TORCH, Start.ZEROS, true, Recipes.WIDE, Recipes.WIDE))
        .withMessage("width = 0 must be at least 1");
  }
}
