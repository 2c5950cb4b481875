package io.gradus.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumericCheckTest {
  @Test
  void aMixedExpressionAgreesEverywhere() {
    String text = "h = tanh(x*w + b); y = sum(h, h^2, exp(-h)) / sigmoid(w) + log(b)*sin(x)";
    Value y = Expression.evaluate(text, Map.of("x", 0.5, "w", -1.5, "b", 2.0)).result();
    List<NumericCheck.Row> rows = NumericCheck.of(y);
    assertThat(rows).hasSameSizeAs(ScalarGraph.topologicalOrder(y)).allMatch(r -> r.agrees());
    assertThat(rows).extracting(NumericCheck.Row::label).contains("x", "w", "b", "h", "y");
  }

  @Test
  void sumsAndDotProductsAgree() {
    Values row = Values.of(Value.of(1), Value.of(-2), Value.of(3));
    Value y = Value.dot(row, row).mul(Value.sum(row));
    assertThat(NumericCheck.of(y)).hasSize(6).allMatch(r -> r.agrees());
  }

  @Test
  void aRowShowsHowFarTheResultMoved() {
    Value x = Value.of(3).named("x");
    NumericCheck.Row row = NumericCheck.of(x.mul(2)).getFirst();
    assertThat(row.node()).isZero();
    assertThat(row.label()).isEqualTo("x");
    assertThat(row.gradient()).isEqualTo(2);
    assertThat(row.nudge()).isCloseTo(3e-5, within(1e-20)); // a step of 1e-5, relative to 3
    assertThat(row.moved()).isCloseTo(1.2e-4, within(1e-14)); // 2 · 2 · 3e-5
    assertThat(row.slope()).isCloseTo(2, within(1e-9));
  }

  @Test
  void theResultItselfMovesAsFarAsItIsNudged() {
    NumericCheck.Row last = NumericCheck.of(Value.of(0.5).mul(2)).getLast();
    assertThat(last.label()).isEqualTo("#2");
    assertThat(last.gradient()).isEqualTo(1);
    assertThat(last.slope()).isCloseTo(1, within(1e-9));
  }

  @Test
  void atTheKinkOfReluTheSlopesDisagree() {
    NumericCheck.Row row = NumericCheck.of(Value.of(0).relu()).getFirst();
    assertThat(row.gradient()).isZero();
    assertThat(row.slope()).isCloseTo(0.5, within(1e-9)); // half of each side
    assertThat(row.agrees()).isFalse();
  }

  @Test
  void aWrongGradientDoesNotAgree() {
    assertThat(new NumericCheck.Row(0, "x", 2.0, 0.1, 0.4).agrees()).isTrue();
    assertThat(new NumericCheck.Row(0, "x", 2.001, 0.1, 0.4).agrees()).isFalse();
    assertThat(new NumericCheck.Row(0, "x", Double.NaN, 0.1, 0.4).agrees()).isFalse();
  }

  @Test
  void theValuesAreLeftAsTheyWere() {
    Leaf x = Value.of(3);
    Value y = x.pow(2);
    assertThat(NumericCheck.of(y)).hasSize(2);
    assertThat(x.data()).isEqualTo(3);
    assertThat(y.data()).isEqualTo(9);
    assertThat(x.grad()).isEqualTo(6);
  }

  @Test
  void atAPoleNothingAgrees() {
    Value x = Value.of(0).named("x");
    assertThat(NumericCheck.of(Value.of(1).div(x)))
        .filteredOn(row -> row.label().equals("x"))
        .singleElement()
        .satisfies(row -> assertThat(row.finite()).isFalse())
        .satisfies(row -> assertThat(row.agrees()).isFalse());
  }
}
