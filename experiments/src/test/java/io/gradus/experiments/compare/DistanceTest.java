package io.gradus.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DistanceTest {
  @Test
  void neighboursAreOneApart() {
    assertThat(Distance.between(1.0, Math.nextUp(1.0)).ulps()).hasValue(1L);
    assertThat(Distance.between(1f, Math.nextUp(1f)).ulps()).hasValue(1L);
    assertThat(Distance.between(-1.0, Math.nextUp(-1.0)).ulps()).hasValue(1L);
    assertThat(Distance.between(Double.MAX_VALUE, Double.POSITIVE_INFINITY).ulps()).hasValue(1L);
  }

  @Test
  void theZerosAreNeighbours() {
    assertThat(Distance.same(0.0, -0.0)).isFalse();
    assertThat(Distance.between(0.0, -0.0)).isEqualTo(distance(1, 0, 0));
    assertThat(Distance.between(Double.MIN_VALUE, -Double.MIN_VALUE).ulps()).hasValue(3L);
    assertThat(Distance.between(Float.MIN_VALUE, -0f).ulps()).hasValue(2L);
  }

  @Test
  void oneHalfOfTwoIsHalf() {
    // 2^52 doubles lie between a power of two and the next
    assertThat(Distance.between(1.0, 2.0)).isEqualTo(distance(1L << 52, 1, 0.5));
    assertThat(Distance.between(1f, 2f)).isEqualTo(distance(1L << 23, 1, 0.5));
  }

  @Test
  void numbersAtBothEndsAreAsFarAsCanBeCounted() {
    assertThat(Distance.between(-Double.MAX_VALUE, Double.MAX_VALUE).ulps())
        .hasValue(Long.MAX_VALUE);
  }

  @Test
  void allThatIsNoNumberIsTheSame() {
    double other = Double.longBitsToDouble(0x7ff8000000000001L);
    assertThat(Distance.same(Double.NaN, other)).isTrue();
    assertThat(Distance.between(Double.NaN, other)).isEqualTo(distance(0, 0, 0));
  }

  @Test
  void whatIsNoNumberIsFarFromAllThatAre() {
    Distance distance = Distance.between(Double.NaN, 1);

    assertThat(distance.ulps()).isEmpty();
    assertThat(distance.relative()).isInfinite();
    assertThat(Distance.between(Double.POSITIVE_INFINITY, 1).relative()).isInfinite();
    assertThat(Distance.between(1f, Float.NaN).relative()).isInfinite();
  }

  private static Distance distance(long ulps, double absolute, double relative) {
    return new Distance(Optional.of(ulps), absolute, relative);
  }
}
