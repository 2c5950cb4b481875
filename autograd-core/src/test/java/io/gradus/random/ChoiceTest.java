package io.gradus.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChoiceTest {
  @ParameterizedTest
  @EnumSource
  void drawsInProportionToTheWeights(Choice choice) {
    var generator = new Torch(42);
    int[] counts = new int[4];
    for (int i = 0; i < 60_000; i++) {
      counts[choice.draw(new double[] {1, 0, 2, 3}, generator)]++;
    }
    // 10 000, 20 000 and 30 000, with standard deviations of 91, 115 and 122.
    assertThat(counts[0]).isBetween(9_600, 10_400);
    assertThat(counts[1]).isZero();
    assertThat(counts[2]).isBetween(19_500, 20_500);
    assertThat(counts[3]).isBetween(29_500, 30_500);
  }

  @ParameterizedTest
  @EnumSource
  void refusesWeightsThatAreNone(Choice choice) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> choice.draw(new double[] {0, 0}, new Philox(1)))
        .withMessageContaining("all zero");
  }
}
