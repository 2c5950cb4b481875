package io.gradus.plugin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RequireTest {
  @Test
  void aRuleThatHoldsIsSilent() {
    assertThatCode(() -> Require.require(true, "out = %d must be at least 1", 1))
        .doesNotThrowAnyException();
  }

  @Test
  void aBrokenRuleIsSaidWithItsValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.require(false, "out = %d must be at least 1", 0))
        .withMessage("out = 0 must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.require(false, "%.1f is %s", 0.5, "odd"))
        .withMessage("0.5 is odd");
  }
}
