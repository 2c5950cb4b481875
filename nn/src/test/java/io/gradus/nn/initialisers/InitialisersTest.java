package io.gradus.nn.initialisers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gradus.nn.Fan;
import io.gradus.nn.Initialiser;
import io.gradus.random.CPython;
import io.gradus.random.Generator;
import io.gradus.random.Philox;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InitialisersTest {
  /// 100,000 numbers, from 100 inputs to 1,000 outputs.
  private static final Fan MANY = Fan.linear(100, 1000);

  private static double[] drawn(Initialiser initialiser, Fan fan) {
    return initialiser.draw(fan, new Philox(42));
  }

  private static double mean(double[] numbers) {
    return Arrays.stream(numbers).average().orElseThrow();
  }

  private static double deviation(double[] numbers) {
    double mean = mean(numbers);
    return Math.sqrt(
        Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
  }

  private static double largest(double[] numbers) {
    return Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
  }

  @Test
  void constantsAreNotDrawn() {
    Generator generator = new Philox(42);
    assertThat(new Zeros().draw(Fan.each(3), generator)).containsExactly(0, 0, 0);
    assertThat(new Ones().draw(Fan.linear(1, 2), generator)).containsExactly(1, 1);
    assertThat(new Constant(0.1).draw(Fan.each(2), generator)).containsExactly(0.1, 0.1);
    assertThat(generator.uniform()).isEqualTo(new Philox(42).uniform());
  }

  @Test
  void normalNumbersHaveTheirMeanAndDeviation() {
    double[] numbers = drawn(new Normal(3, 0.5), MANY);
    assertThat(mean(numbers)).isCloseTo(3, within(0.005));
    assertThat(deviation(numbers)).isCloseTo(0.5, within(0.005));
  }

  @Test
  void uniformNumbersStayBetweenTheirBounds() {
    double[] numbers = drawn(new Uniform(-1, 2), MANY);
    assertThat(Arrays.stream(numbers).boxed()).allMatch(x -> x >= -1 && x < 2);
    assertThat(mean(numbers)).isCloseTo(0.5, within(0.01));
    assertThat(deviation(numbers)).isCloseTo(3 / Math.sqrt(12), within(0.01));
  }

  /// `2 / (100 + 1000)` is the variance of both forms.
  @Test
  void xavierMeetsBothSides() {
    double deviation = Math.sqrt(2.0 / 1100);
    double[] normal = drawn(new Xavier(Form.NORMAL, 1), MANY);
    assertThat(mean(normal)).isCloseTo(0, within(0.01 * deviation));
    assertThat(deviation(normal)).isCloseTo(deviation, within(0.01 * deviation));
    double[] uniform = drawn(new Xavier(Form.UNIFORM, 2), MANY);
    assertThat(deviation(uniform)).isCloseTo(2 * deviation, within(0.02 * deviation));
    assertThat(largest(uniform))
        .isBetween(2 * Math.sqrt(6.0 / 1100) * 0.999, 2 * Math.sqrt(6.0 / 1100));
  }

  @Test
  void kaimingMeetsOneSide() {
    double[] in = drawn(new Kaiming(Form.NORMAL, Gain.RELU, 0.01, Kaiming.By.IN), MANY);
    assertThat(deviation(in)).isCloseTo(Math.sqrt(2.0 / 100), within(0.002));
    double[] out = drawn(new Kaiming(Form.NORMAL, Gain.LINEAR, 0.01, Kaiming.By.OUT), MANY);
    assertThat(deviation(out)).isCloseTo(Math.sqrt(1.0 / 1000), within(0.0005));
    double[] even = drawn(new Kaiming(Form.UNIFORM, Gain.LINEAR, 0.01, Kaiming.By.IN), MANY);
    assertThat(largest(even)).isBetween(0.173, Math.sqrt(3) / 10);
  }

  /// What `torch.nn.init.calculate_gain` gives.
  @Test
  void gainsAreThoseOfPyTorch() {
    assertThat(Gain.LINEAR.factor(0)).isEqualTo(1);
    assertThat(Gain.SIGMOID.factor(0)).isEqualTo(1);
    assertThat(Gain.TANH.factor(0)).isEqualTo(1.6666666666666667);
    assertThat(Gain.RELU.factor(0)).isEqualTo(1.4142135623730951);
    assertThat(Gain.LEAKY_RELU.factor(0.01)).isEqualTo(1.4141428569978354);
    assertThat(Gain.LEAKY_RELU.factor(1)).isEqualTo(1);
    assertThat(Gain.SELU.factor(0)).isEqualTo(0.75);
  }

  /// makemore's third part: `torch.randn((30, 200)) * (5/3)/(30**0.5)`.
  @Test
  void kaimingDrawsTheLecturesWeightsRowByRow() {
    var tanh = new Kaiming(Form.NORMAL, Gain.TANH, 0.01, Kaiming.By.IN);
    double[] numbers = tanh.draw(Fan.linear(30, 200), new CPython(42));
    Generator generator = new CPython(42);
    for (double number : numbers) {
      assertThat(number)
          .isCloseTo(generator.gaussian(0, 1) * (5.0 / 3) / Math.sqrt(30), within(1e-15));
    }
  }

  @Test
  void aFactorScalesAnotherInitialiser() {
    double[] numbers = drawn(new Scaled(0.1, new Normal(0, 1)), Fan.each(4));
    double[] unscaled = drawn(new Normal(0, 1), Fan.each(4));
    for (int i = 0; i < 4; i++) {
      assertThat(numbers[i]).isEqualTo(unscaled[i] * 0.1);
    }
    assertThat(drawn(new Scaled(3, new Ones()), Fan.each(2))).containsExactly(3, 3);
  }

  /// Half a normal distribution has the mean √(2/π).
  @Test
  void whatFallsOutsideTheBoundsIsDrawnAgain() {
    double[] half = drawn(new TruncatedNormal(0, 1, 0, 100), MANY);
    assertThat(Arrays.stream(half).boxed()).allMatch(x -> x >= 0);
    assertThat(mean(half)).isCloseTo(0.7979, within(0.01));
    double[] middle = drawn(new TruncatedNormal(0, 1, -2, 2), MANY);
    assertThat(largest(middle)).isBetween(1.99, 2.0);
    assertThat(deviation(middle)).isCloseTo(0.8796, within(0.01));
    double[] narrow = drawn(new TruncatedNormal(5, 1, 5, 5.2), Fan.each(1000));
    assertThat(Arrays.stream(narrow).boxed()).allMatch(x -> x >= 5 && x <= 5.2);
    assertThat(drawn(new TruncatedNormal(5, 0, 5, 5), Fan.each(2))).containsExactly(5, 5);
  }

  /// PyTorch's weight `(out, in)` is drawn row by row, so ours `(in, out)` column by column.
  @Test
  void torchDrawsOutputByOutput() {
    Generator generator = new CPython(42);
    double[] u = new double[6];
    for (int i = 0; i < u.length; i++) {
      u[i] = generator.uniform(-0.5, 0.5);
    }
    double[] weight = new TorchDefault().draw(Fan.convolution(2, 2, 1), new CPython(42));
    assertThat(weight).containsExactly(u[0], u[1], u[2], u[3]);
    double[] linear = new TorchDefault().draw(Fan.linear(4, 1), new CPython(42));
    assertThat(linear).containsExactly(u[0], u[1], u[2], u[3]);
    double[] wide =
        new TorchDefault().draw(new Fan(Fan.linear(3, 2).shape(), 4, 2, true), new CPython(42));
    assertThat(wide).containsExactly(u[0], u[3], u[1], u[4], u[2], u[5]);
    double[] bias = new TorchDefault().draw(Fan.bias(4, 3), new CPython(42));
    assertThat(bias).containsExactly(u[0], u[1], u[2]);
  }

  @Test
  void settingsOutsideTheirBoundsAreRefused() {
    assertThatThrownBy(() -> new Constant(Double.NaN)).hasMessage("value = NaN must be finite");
    assertThatThrownBy(() -> new Normal(0, -1)).hasMessage("deviation = -1.0 must be at least 0");
    assertThatThrownBy(() -> new Uniform(1, 0)).hasMessage("to = 0.0 must be at least from = 1.0");
    assertThatThrownBy(() -> new Xavier(Form.NORMAL, -1))
        .hasMessage("gain = -1.0 must be at least 0");
    assertThatThrownBy(() -> new Scaled(1 / 0.0, new Ones()))
        .hasMessage("by = Infinity must be finite");
    assertThatThrownBy(() -> new TruncatedNormal(3, 1, -2, 2))
        .hasMessage("mean = 3.0 is outside [-2.0, 2.0]");
    assertThatThrownBy(() -> new TruncatedNormal(0, 1, 0, 0.01))
        .hasMessage(
            "from = 0.0 and to = 0.01 are closer than a tenth of deviation = 1.0:"
                + " uniform is as good");
  }
}
