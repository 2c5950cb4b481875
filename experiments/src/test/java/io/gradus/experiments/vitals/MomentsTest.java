package io.gradus.experiments.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MomentsTest {
  /// Of 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, by 7.
  @Test
  void theDeviationHasOneLessInTheDenominator() {
    Moments all = Moments.of(2, 4, 4, 4, 5, 5, 7, 9);

    assertThat(all.mean()).isEqualTo(5);
    assertThat(all.deviation()).isEqualTo(Math.sqrt(32.0 / 7));
  }

  @Test
  void partsAreAsGoodAsTheWhole() {
    Moments joined = Moments.NONE.and(Moments.of(2, 4, 4)).and(Moments.of(4, 5, 5, 7, 9));

    assertThat(joined.count()).isEqualTo(8);
    assertThat(joined.mean()).isCloseTo(5, within(1e-15));
    assertThat(joined.squares()).isCloseTo(32, within(1e-13));
  }

  @Test
  void oneNumberAloneHasNoDeviation() {
    assertThat(Moments.of(3).deviation()).isNaN();
    assertThat(Moments.of(3).spread().isZero()).isFalse();
    assertThat(Moments.of(0).spread().isZero()).isTrue();
    assertThat(Moments.of(0, 0).spread().isZero()).isTrue();
    assertThat(Moments.of(-1, 1).spread().isZero()).isFalse();
  }
}
