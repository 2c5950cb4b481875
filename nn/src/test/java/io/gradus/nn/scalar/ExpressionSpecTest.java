package io.gradus.nn.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradus.scalar.Expression;
import io.gradus.scalar.ExpressionException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpressionSpecTest {
  @Test
  void everyTraceIsComputedAnew() {
    ExpressionSpec spec = new ExpressionSpec("y = x^2", Map.of("x", 3.0));
    Expression.Evaluated first = spec.trace();
    Expression.Evaluated second = spec.trace();
    assertThat(first.result().data()).isEqualTo(9);
    assertThat(second.result().data()).isEqualTo(9);
    assertThat(second.result()).isNotSameAs(first.result());
  }

  @Test
  void aWrongExpressionIsRefusedAtOnce() {
    assertThatExceptionOfType(ExpressionException.class)
        .isThrownBy(() -> new ExpressionSpec("x +", Map.of("x", 3.0)))
        .withMessage("expected a number, a name or '(', found the end at column 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExpressionSpec("x", Map.of("x", 3.0, "y", 1.0)))
        .withMessage("the expression has no 'y'; it has x");
  }
}
