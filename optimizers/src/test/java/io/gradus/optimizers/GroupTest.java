package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class GroupTest {
  private static boolean matches(String match, String name) {
    return new Group(match, 1, 1).matches(name);
  }

  @Test
  void aStarStandsForAnyCharacters() {
    assertThat(matches("*.bias", "blocks.0.query.bias")).isTrue();
    assertThat(matches("*.bias", ".bias")).isTrue();
    assertThat(matches("*.bias", "blocks.0.query.bias.mean")).isFalse();
    assertThat(matches("blocks.*.norm*.weight", "blocks.11.norm2.weight")).isTrue();
    assertThat(matches("blocks.*.norm*.weight", "blocks.11.query.weight")).isFalse();
    assertThat(matches("*", "")).isTrue();
  }

  @Test
  void everythingElseStandsForItself() {
    assertThat(matches("head.bias", "head.bias")).isTrue();
    assertThat(matches("head.bias", "head-bias")).isFalse();
    assertThat(matches("head", "head.bias")).isFalse();
    assertThat(matches("a[0-9]+\\E?", "a[0-9]+\\E?")).isTrue();
    assertThat(matches("a[0-9]", "a1")).isFalse();
  }

  @Test
  void whatMatchesNothingOrTurnsAroundIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Group(" ", 1, 1))
        .withMessage("match = ' ' must name parameters, such as *.bias");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Group("*", -1, 1))
        .withMessage("rate = -1.0 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Group("*", 1, Double.NaN))
        .withMessage("decay = NaN must be at least 0");
  }
}
