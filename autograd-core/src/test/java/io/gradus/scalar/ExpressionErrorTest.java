package io.gradus.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an expression that is wrong says, and where it points.
class ExpressionErrorTest {
  private static ExpressionException error(String text, Map<String, Double> at) {
    return catchThrowableOfType(ExpressionException.class, () -> Expression.evaluate(text, at));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "x + z     # no value for 'z'; given are x, y at column 5",
        "x + foo(2) # no function 'foo'; there are cos, exp, log, relu, sigmoid, sin, sqrt, sum,"
            + " tanh at column 5",
        "(x + 2     # expected ')', found the end at column 7",
        "tanh(x     # expected ')', found the end at column 7",
        "exp(x, 2)  # expected ')', found ',' at column 6",
        "x)         # expected an operator or the end, found ')' at column 2",
        "x +        # expected a number, a name or '(', found the end at column 4",
        "x * / 2    # expected a number, a name or '(', found '/' at column 5",
        "* 2        # expected a number, a name or '(', found '*' at column 1",
        "()         # expected a number, a name or '(', found ')' at column 2",
        "sum()      # expected a number, a name or '(', found ')' at column 5",
        "sum(x, )   # expected a number, a name or '(', found ')' at column 8",
        "``         # expected a number, a name or '(', found the end at column 1",
        "` ; `      # expected a number, a name or '(', found the end at column 4",
        "a =        # expected a number, a name or '(', found the end at column 4",
        "a = 1; a = 2; a # 'a' already has a value at column 8",
        "x = 1; x   # 'x' already has a value at column 1",
        "x ^ y      # an exponent must be a number at column 5",
        "2 ** (x)   # an exponent must be a number at column 6",
        "2 ^ (-y)   # an exponent must be a number at column 5",
        "x ^        # an exponent must be a number at column 4",
        "2 ^ (3 + 1) # expected ')', found '+' at column 8",
        "x 2        # expected an operator or the end, found '2' at column 3",
        "2x         # expected an operator or the end, found 'x' at column 2",
        "x = y = 2  # 'x' already has a value at column 1",
        "a = b = 2  # no value for 'b'; given are x, y at column 5",
        "x $ y      # expected an operator or the end, found '$' at column 3",
        "x + 1.2.3  # '1.2.3' is not a number at column 5",
        "x + .      # '.' is not a number at column 5",
      })
  void everyErrorNamesTheProblemAndTheColumn(String text, String message) {
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> Expression.evaluate(text, Map.of("x", 1.0, "y", 2.0)))
        .withMessage(message);
  }

  @Test
  void aNameWithoutAnyNumbersSaysSo() {
    assertThat(error("x", Map.of())).hasMessage("no value for 'x'; none was given at column 1");
  }

  @Test
  void aLaterStepIsNotKnownYet() {
    assertThat(error("b = a; a = 1; b", Map.of()))
        .hasMessage("no value for 'a'; none was given at column 5");
  }

  @Test
  void aNumberWithoutAUseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Expression.evaluate("x * 2", Map.of("x", 1.0, "y", 2.0)))
        .withMessage("the expression has no 'y'; it has x");
  }

  @Test
  void theCaretStandsUnderThePlace() {
    ExpressionException error = error("1 + * 2", Map.of());
    assertThat(error.position()).isEqualTo(4);
    assertThat(error.problem()).isEqualTo("expected a number, a name or '(', found '*'");
    assertThat(error.pointer())
        .isEqualTo(
            """
            1 + * 2
                ^\
            """);
  }

  @Test
  void onlyTheLineInQuestionIsShown() {
    assertThat(error("a = 1\nb = a + c\nb * 2", Map.of()).pointer())
        .isEqualTo(
            """
            b = a + c
                    ^\
            """);
  }

  @Test
  void theEndOfTheTextCanBePointedAt() {
    assertThat(error("a = 1; a +", Map.of()).pointer())
        .isEqualTo(
            """
            a = 1; a +
                      ^\
            """);
    assertThat(error("", Map.of()).pointer()).isEqualTo("\n^");
  }

  @Test
  void bottomlessNestingIsAnErrorAndNoStackOverflow() {
    String parentheses = "(".repeat(100_000) + "1" + ")".repeat(100_000);
    assertThat(error(parentheses, Map.of()))
        .hasMessage("nested more than 200 deep, found '(' at column 202");
    assertThat(error("-".repeat(100_000) + "1", Map.of()))
        .hasMessage("nested more than 200 deep, found '-' at column 202");
    assertThat(error("exp(".repeat(100_000), Map.of()))
        .hasMessageStartingWith("nested more than 200 deep");
    assertThat(error("-(".repeat(100_000), Map.of()))
        .hasMessageStartingWith("nested more than 200 deep");
  }

  @Test
  void aPlaceInSeveralLinesIsALineAndAColumn() {
    assertThatThrownBy(() -> Expression.evaluate("a = 1\nb = a $ 2", Map.of()))
        .hasMessage("expected an operator or the end, found '$' at line 2, column 7");
    assertThatThrownBy(() -> Expression.evaluate("(x +\n 2)", Map.of("x", 1.0)))
        .hasMessage(
            "expected a number, a name or '(', found the end of the line at line 1, column 5");
  }

  @Test
  void aNumberTooLargeForADoubleIsRefused() {
    assertThatThrownBy(() -> Expression.evaluate("1e999", Map.of()))
        .hasMessage("'1e999' is too large at column 1");
  }
}
