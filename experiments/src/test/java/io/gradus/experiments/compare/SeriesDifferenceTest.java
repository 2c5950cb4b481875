package io.gradus.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeriesDifferenceTest {
  private static SeriesDifference of(Map<Integer, Double> left, Map<Integer, Double> right) {
    return SeriesDifference.of("train/loss", new TreeMap<>(left), new TreeMap<>(right));
  }

  @Test
  void equalSeriesAreTheSame() {
    SeriesDifference none = of(Map.of(1, 0.5, 2, Double.NaN), Map.of(1, 0.5, 2, Double.NaN));

    assertThat(none.same()).isTrue();
    assertThat(none.within(0)).isTrue();
    assertThat(none.steps()).isEqualTo(2);
    assertThat(none.first()).isEmpty();
  }

  @Test
  void theFirstAndTheLargestDifferenceAreNamed() {
    SeriesDifference found =
        of(Map.of(1, 1.0, 2, 2.0, 3, 4.0, 4, 8.0), Map.of(1, 1.0, 2, 2.5, 3, 8.0, 4, 7.0));

    assertThat(found.same()).isFalse();
    assertThat(found.differing()).isEqualTo(3);
    assertThat(found.first())
        .hasValue(new SeriesDifference.Point(2, 2, 2.5, Distance.between(2, 2.5)));
    assertThat(found.largest().orElseThrow().step()).isEqualTo(3);
    assertThat(found.within(0.5)).isTrue();
    assertThat(found.within(0.49)).isFalse();
  }

  @Test
  void stepsOfOneRunOnlyAreNeverWithinAnything() {
    SeriesDifference longer = of(Map.of(1, 1.0), Map.of(1, 1.0, 2, 1.0, 3, 1.0));
    SeriesDifference crossed = of(Map.of(1, 1.0, 4, 1.0), Map.of(1, 1.0, 3, 1.0));

    assertThat(longer.differing()).isZero();
    assertThat(longer.shared()).isEqualTo(1);
    assertThat(longer.steps()).isEqualTo(3);
    assertThat(longer.alone()).hasValue(2);
    assertThat(longer.same()).isFalse();
    assertThat(longer.within(1)).isFalse();
    assertThat(crossed.alone()).hasValue(3);
  }

  @Test
  void aNumberThatIsNoneIsNeverWithinAnything() {
    assertThat(of(Map.of(1, 1.0), Map.of(1, Double.NaN)).within(1e300)).isFalse();
  }
}
