package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class GraphCommandTest {
  private static final String NEURON = "tanh(x1*w1 + x2*w2 + b)";
  private static final String AT = "x1=2,x2=0,w1=-3,w2=1,b=6.8813735870195432";

  @Test
  void theNeuronIsATreeWithItsGradients() {
    Called shown = Called.gradus("graph", "--expression", NEURON, "--at", AT);

    assertThat(shown.code()).isZero();
    assertThat(shown.err()).isEmpty();
    assertThat(shown.out())
        .contains("= tanh  data 0.7071067811865476  gradient 1.0  [y = tanh x, dy/dx = 1 - y^2]")
        .contains("x1  data 2.0  gradient -1.4999999999999996")
        .contains("w1  data -3.0  gradient 0.9999999999999998")
        .contains("x2  data 0.0  gradient 0.4999999999999999")
        .contains("w2  data 1.0  gradient 0.0");
  }

  @Test
  void theCheckPutsTheNumericSlopeBesideEachGradient() {
    Called shown = Called.gradus("graph", "--expression", NEURON, "--at", AT, "--check");

    assertThat(shown.out())
        .containsPattern(
            "x1 +gradient -1\\.4999999999999996 +nudge it by ±2\\.00e-05,"
                + " the output moves by -6\\.0000000.*: slope -1\\.50000000.*agrees");
    assertThat(shown.out().lines().filter(line -> line.contains("nudge"))).hasSize(10);
  }

  @Test
  void aKinkAndAPoleAreTold() {
    assertThat(Called.gradus("graph", "--expression", "relu(x)", "--at", "x=0", "--check").out())
        .contains("DIFFERS (a kink?)");
    assertThat(Called.gradus("graph", "--expression", "1/x", "--at", "x=0", "--check").out())
        .contains("NOT FINITE (a pole?)");
  }

  @Test
  void jsonHoldsNodesAndChecks() {
    JsonNode json =
        Called.gradus(
                "graph",
                "--expression",
                "y = a*b",
                "--at",
                "a=2,b=-3",
                "--format",
                "json",
                "--check")
            .json();

    JsonNode product = json.get("nodes").get(2);
    assertThat(product.get("name").asString()).isEqualTo("y");
    assertThat(product.get("operation").asString()).isEqualTo("mul");
    assertThat(product.get("data").asDouble()).isEqualTo(-6);
    assertThat(product.get("operands").get(0).get("slope").asDouble()).isEqualTo(-3);
    assertThat(json.get("check").get(0).get("gradient").asDouble()).isEqualTo(-3);
    assertThat(json.get("check").get(0).get("agrees").asBoolean()).isTrue();
  }

  @Test
  void aDrawingStaysOneWhenItIsChecked() {
    Called drawn =
        Called.gradus(
            "graph", "--expression", "a*b", "--at", "a=2,b=3", "--format", "dot", "--check");

    assertThat(drawn.out()).startsWith("digraph {").endsWith("}\n").doesNotContain("nudge");
    assertThat(drawn.err()).contains("nudge");
  }

  @Test
  void aSumCanBeShownAsStepsOfTwo() {
    String[] words = {"graph", "--expression", "sum(a, b, c)", "--at", "a=1,b=2,c=3"};
    assertThat(Called.gradus((Object[]) words).out()).contains("= sum  data 6.0");
    assertThat(Called.gradus(words[0], words[1], words[2], words[3], words[4], "--binary").out())
        .contains("= add  data 6.0")
        .contains("= add  data 3.0")
        .doesNotContain("= sum");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tanh(x1*     | x1=2      | --expression: expected a number, a name or '(', found the end at column 9
          x + y        | x=1       | --expression: no value for 'y'; given are x at column 5
          x            | x=abc     | gradus: --at: 'abc' is not a number in x=abc
          x            | x=1e400   | gradus: --at: '1e400' is not a number in x=1e400
          x            | x=2d      | gradus: --at: '2d' is not a number in x=2d
          x            | x=1,y=2   | gradus: --at: the expression has no 'y'; it has x
          x            | x=1,x=2   | gradus: --at: 'x' is given twice
          x            | x         | gradus: --at: expected name=number, got 'x'
          tan(x)       | x=1       | --expression: no function 'tan'; there are cos, exp, log, relu, sigmoid, sin, sqrt, sum, tanh at column 1
          """)
  void aMistakeIsOneClearMessage(String expression, String at, String message) {
    Called refused = Called.gradus("graph", "--expression", expression, "--at", at);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err().lines().findFirst()).contains(message);
    assertThat(refused.err()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void aSyntaxErrorPointsAtItsColumn() {
    assertThat(Called.gradus("graph", "--expression", "a * * b", "--at", "a=1,b=2").err())
        .isEqualTo(
            """
            --expression: expected a number, a name or '(', found '*' at column 5
              a * * b
                  ^
            """);
  }
}
