package io.gradus.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
  private static double number(String text) {
    return Expression.evaluate(text, Map.of()).result().data();
  }

  @ParameterizedTest
  @CsvSource({
    "2 + 3 * 4, 14",
    "(2 + 3) * 4, 20",
    "2 * 3 + 4, 10",
    "10 - 3 - 4, 3",
    "24 / 4 / 2, 3",
    "24 / 4 * 2, 12",
    "2 - -3, 5",
    "2 * -3, -6",
    "--3, 3",
    "-(1 + 2), -3",
    "2 * 3 ^ 2, 18",
    "(2 * 3) ^ 2, 36",
    "1+2*3-4/2, 5"
  })
  void operatorsBindAsInMathematics(String text, double expected) {
    assertThat(number(text)).isEqualTo(expected);
  }

  /// The convention of mathematics and of Python; a spreadsheet would say 9.
  @Test
  void aMinusBeforeAPowerNegatesThePower() {
    assertThat(number("-3^2")).isEqualTo(-9);
    assertThat(number("(-3)^2")).isEqualTo(9);
    assertThat(number("2 - 3^2")).isEqualTo(-7);
    Expression.Evaluated y = Expression.evaluate("-x^2", Map.of("x", 3.0));
    y.result().backward();
    assertThat(y.result().operation().name()).isEqualTo("neg");
    assertThat(y.named().get("x")).extracting(Value::grad).isEqualTo(-6.0);
  }

  @ParameterizedTest
  @CsvSource({
    "2^3, 8",
    "2**3, 8",
    "2 ** 3, 8",
    "2^-1, 0.5",
    "2**-2, 0.25",
    "2^(-1), 0.5",
    "2^(3), 8",
    "4^0.5, 2",
    "4^-0.5, 0.5",
    "4^.5, 2",
    "4^(-.5), 0.5",
    "2*3**2, 18"
  })
  void exponentsMayBeNegativeAndFractions(String text, double expected) {
    assertThat(number(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1e3, 1000",
    "1E3, 1000",
    "2.5e-1, 0.25",
    "1e+2, 100",
    ".5, 0.5",
    "5., 5",
    "1e2^2, 10000"
  })
  void numbersMayBeScientific(String text, double expected) {
    assertThat(number(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "exp(0), 1",
    "log(1), 0",
    "tanh(0), 0",
    "sigmoid(0), 0.5",
    "relu(-3), 0",
    "relu(3), 3",
    "sin(0), 0",
    "cos(0), 1",
    "sqrt(9), 3",
    "sum(4), 4",
    "exp(log(2 + 3)), 5"
  })
  void functionsAreCalledWithParentheses(String text, double expected) {
    assertThat(number(text)).isCloseTo(expected, within(1e-14));
  }

  @Test
  void aSumOfManyIsOneNode() {
    Expression.Evaluated y = Expression.evaluate("sum(a, b, a*b)", Map.of("a", 2.0, "b", 3.0));
    assertThat(y.result().data()).isEqualTo(11);
    assertThat(y.result().operation()).isEqualTo(new Operation.Sum());
    assertThat(y.result().operands()).hasSize(3);
  }

  @Test
  void stepsHaveNamesAndTheLastIsTheResult() {
    Expression.Evaluated loss =
        Expression.evaluate(
            "e = a*b; d = e + c; L = d*f", Map.of("a", 2.0, "b", -3.0, "c", 10.0, "f", -2.0));
    loss.result().backward();
    assertThat(loss.result().name()).isEqualTo("L");
    assertThat(loss.result().data()).isEqualTo(-8);
    assertThat(loss.named().keySet()).containsExactly("a", "b", "e", "c", "d", "f", "L");
    assertThat(loss.named().values())
        .extracting(Value::grad)
        .containsExactly(6.0, -4.0, -2.0, -2.0, -2.0, 4.0, 1.0);
  }

  @Test
  void lineEndsDivideStepsToo() {
    assertThat(number("a = 2\nb = a * 3\nb + 1")).isEqualTo(7);
    assertThat(number("a = 2\r\n\r\nb = a * 3\r\nb + 1\r\n")).isEqualTo(7);
    assertThat(number("\n;; a = 2 ;\n; a * 5 ;")).isEqualTo(10);
  }

  @Test
  void theResultNeedsNoName() {
    Expression.Evaluated y = Expression.evaluate("x * 2", Map.of("x", 4.0));
    assertThat(y.result().name()).isEmpty();
    assertThat(y.named()).containsOnlyKeys("x");
  }

  @Test
  void aNameUsedTwiceIsOneValue() {
    Expression.Evaluated y = Expression.evaluate("x * x", Map.of("x", 4.0));
    y.result().backward();
    assertThat(ScalarGraph.topologicalOrder(y.result())).hasSize(2);
    assertThat(y.named().get("x")).extracting(Value::grad).isEqualTo(8.0);
  }

  @Test
  void aSecondNameIsAValueOfItsOwn() {
    Expression.Evaluated y = Expression.evaluate("b = a; b * 3", Map.of("a", 4.0));
    y.result().backward();
    assertThat(y.result().data()).isEqualTo(12);
    assertThat(y.named().keySet()).containsExactly("a", "b");
    assertThat(y.named().values()).extracting(Value::name).containsExactly("a", "b");
    assertThat(y.named().values()).extracting(Value::grad).containsExactly(3.0, 3.0);
  }

  @Test
  void namesMayHaveDigitsUnderscoresAndAnyLetters() {
    Map<String, Double> at = Map.of("x1", 1.0, "w_2", 2.0, "_z", 3.0, "β", 4.0);
    assertThat(Expression.evaluate("x1 + w_2 + _z + β", at).result().data()).isEqualTo(10);
  }

  @Test
  void theExpressionAloneMakesAConstant() {
    assertThat(number("42")).isEqualTo(42);
    assertThat(number("  a = 42  ")).isEqualTo(42);
  }

  @Test
  void longExpressionsAreNotDeepOnes() {
    assertThat(number("1" + "+1".repeat(100_000))).isEqualTo(100_001);
    assertThat(number("1" + "*1".repeat(100_000))).isEqualTo(1);
    assertThat(number("(".repeat(200) + "7" + ")".repeat(200))).isEqualTo(7);
  }

  @Test
  void powersOfPowersBindToTheRight() {
    assertThat(Expression.evaluate("x^3^2", Map.of("x", 2.0)).result().data()).isEqualTo(512);
    assertThat(Expression.evaluate("x^-2^2", Map.of("x", 2.0)).result().data()).isEqualTo(0.0625);
    assertThat(Expression.evaluate("x^(-2)^2", Map.of("x", 2.0)).result().data()).isEqualTo(16);
  }
}
