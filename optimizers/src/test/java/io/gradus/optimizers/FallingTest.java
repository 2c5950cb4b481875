package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Schedules that only fall, at points that a reader can check.
class FallingTest {
  private static final Offset<Double> TINY = within(1e-14);

  private static double[] rates(Schedule schedule, int steps, int... updates) {
    return IntStream.of(updates).mapToDouble(t -> schedule.rate(t, steps)).toArray();
  }

  @Test
  void stairsAreAllOfOneLength() {
    assertThat(rates(new Stepped(8, 3, 0.5), 9, 0, 2, 3, 5, 6, 9))
        .containsExactly(8, 8, 4, 4, 2, 1);
  }

  @Test
  void stairsBeginWhereTheyAreTold() {
    Schedule stairs = new Multistep(8, List.of(1, 4), 0.5);
    assertThat(rates(stairs, 6, 0, 1, 3, 4, 100)).containsExactly(8, 4, 4, 2, 2);
    assertThat(rates(new Multistep(8, List.of(), 0.5), 6, 0, 5)).containsExactly(8, 8);
  }

  @Test
  void anExponentialMultipliesEachTime() {
    assertThat(rates(new Exponential(8, 0.5), 4, 0, 1, 3)).containsExactly(8, 4, 1);
  }

  @Test
  void aCosineIsHalfWayInTheMiddle() {
    Schedule wave = new Cosine(3, 1, Optional.empty());
    assertThat(rates(wave, 6, 0, 2, 3, 4)).containsExactly(new double[] {3, 2.5, 2, 1.5}, TINY);
    assertThat(rates(wave, 6, 6, 7, 1000)).containsExactly(1, 1, 1);
  }

  @Test
  void aCosineMayEndBeforeTheRun() {
    Schedule wave = new Cosine(3, 1, Optional.of(4));
    assertThat(rates(wave, 100, 0, 2, 4, 99)).containsExactly(new double[] {3, 2, 1, 1}, TINY);
  }

  @Test
  void eachRoundBeginsAtTheTop() {
    Schedule rounds = new CosineRestarts(3, 1, 2, 2);
    // rounds of 2, 4 and 8 updates
    assertThat(rates(rounds, 14, 0, 1, 2, 4, 6, 10, 14))
        .containsExactly(new double[] {3, 2, 3, 2, 3, 2, 3}, TINY);
    assertThat(rates(new CosineRestarts(3, 1, 2, 1), 14, 0, 1, 2, 1_000_000_001))
        .containsExactly(new double[] {3, 2, 3, 2}, TINY);
  }

  @Test
  void aPolynomialIsAPowerOfWhatIsLeft() {
    Schedule square = new Polynomial(17, 1, 2, Optional.of(4));
    assertThat(rates(square, 10, 0, 1, 2, 3, 4, 9)).containsExactly(17, 10, 5, 2, 1, 1);
    assertThat(rates(new Polynomial(8, 0, 1, Optional.empty()), 4, 1, 4)).containsExactly(6, 0);
  }

  @Test
  void oneStepHasTheFirstRate() {
    assertThat(new Cosine(3, 1, Optional.empty()).rate(0, 1)).isEqualTo(3);
    assertThat(new Polynomial(3, 1, 2, Optional.empty()).rate(0, 1)).isEqualTo(3);
    assertThat(new CosineRestarts(3, 1, 1, 1).rate(0, 1)).isEqualTo(3);
    assertThat(new Stepped(3, 1, 0.1).rate(0, 1)).isEqualTo(3);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stepped(1, 0, 0.1))
        .withMessage("every = 0 must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Multistep(1, List.of(5, 5), 0.1))
        .withMessage("at = [5, 5] must rise, from 0 or later");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Multistep(1, List.of(-1, 5), 0.1))
        .withMessage("at = [-1, 5] must rise, from 0 or later");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Exponential(1, -0.5))
        .withMessage("factor = -0.5 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cosine(1, 0, Optional.of(0)))
        .withMessage("over = 0 must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CosineRestarts(1, 0, 0, 1))
        .withMessage("first = 0 must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CosineRestarts(1, 0, 1, 0))
        .withMessage("growth = 0 must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Polynomial(1, 0, 0, Optional.empty()))
        .withMessage("power = 0.0 must be above 0");
  }
}
