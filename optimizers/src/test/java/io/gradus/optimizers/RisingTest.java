package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Schedules that rise before they fall, at points that a reader can check.
class RisingTest {
  private static final Offset<Double> TINY = within(1e-14);

  private static double[] rates(Schedule schedule, int steps, int... updates) {
    return IntStream.of(updates).mapToDouble(t -> schedule.rate(t, steps)).toArray();
  }

  /// A tenth, three tenths, ... of the peak, as `learning_rate * (it + 1) / (warmup_iters + 1)`.
  @Test
  void nanoGptNeitherStartsAtZeroNorReachesThePeakInItsWarmUp() {
    Schedule schedule = new WarmupCosine(10, 2, 4, Optional.of(8));
    assertThat(rates(schedule, 100, 0, 1, 2, 3)).containsExactly(2, 4, 6, 8);
    assertThat(rates(schedule, 100, 4, 6, 7))
        .containsExactly(new double[] {10, 6, 2 + 4 * (1 - Math.sqrt(0.5))}, TINY);
    assertThat(rates(schedule, 100, 8, 9, 99)).containsExactly(2, 2, 2);
  }

  @Test
  void nanoGptWithoutWarmUpOrEndIsACosine() {
    Schedule schedule = new WarmupCosine(3, 1, 0, Optional.empty());
    assertThat(rates(schedule, 4, 0, 2, 4)).containsExactly(new double[] {3, 2, 1}, TINY);
    assertThat(rates(schedule, 1, 0, 1)).containsExactly(3, 1);
  }

  @Test
  void aRunShorterThanItsWarmUpOnlyRises() {
    assertThat(rates(new WarmupCosine(10, 2, 4, Optional.empty()), 3, 0, 2)).containsExactly(2, 6);
    assertThat(rates(new WarmupStableDecay(10, 4, 5, 0, Curve.LINEAR), 3, 0, 2))
        .containsExactly(2, 6);
  }

  @Test
  void thePlainLiesBetweenARiseAndAFall() {
    Schedule schedule = new WarmupStableDecay(8, 3, 4, 0, Curve.LINEAR);
    assertThat(rates(schedule, 12, 0, 1, 2, 3, 7, 8, 9, 10, 11, 12, 20))
        .containsExactly(2, 4, 6, 8, 8, 8, 6, 4, 2, 0, 0);
  }

  @Test
  void theFallHasOneOfThreeShapes() {
    assertThat(rates(new WarmupStableDecay(8, 0, 4, 0, Curve.ROOT), 10, 6, 7, 9))
        .containsExactly(new double[] {8, 4, 8 * (1 - Math.sqrt(0.75))}, TINY);
    assertThat(rates(new WarmupStableDecay(8, 0, 4, 2, Curve.COSINE), 10, 6, 8, 10))
        .containsExactly(new double[] {8, 5, 2}, TINY);
  }

  @Test
  void aRunTooShortForBothCutsTheFall() {
    // 2 updates up, and the 4 that are left of 100 down
    Schedule schedule = new WarmupStableDecay(9, 2, 100, 1, Curve.LINEAR);
    assertThat(rates(schedule, 6, 0, 1, 2, 3, 4, 5)).containsExactly(3, 6, 9, 7, 5, 3);
    assertThat(new WarmupStableDecay(9, 0, 0, 1, Curve.LINEAR).rate(0, 1)).isEqualTo(9);
  }

  @Test
  void oneCycleGoesUpAndFurtherDown() {
    // up in updates 0 .. 4, down in 4 .. 9
    Schedule cycle = new OneCycle(10, 0.5, 5, 2, Curve.LINEAR);
    assertThat(rates(cycle, 10, 0, 2, 4, 9, 10, 50))
        .containsExactly(new double[] {2, 6, 10, 1, 1, 1}, TINY);
    assertThat(rates(cycle, 10, 5)).containsExactly(new double[] {10 - 9 / 5.0}, TINY);
  }

  @Test
  void oneCycleMayOnlyFallOrOnlyRise() {
    Schedule fall = new OneCycle(10, 0, 5, 2, Curve.LINEAR);
    assertThat(rates(fall, 3, 0, 1, 2)).containsExactly(new double[] {7, 4, 1}, TINY);
    Schedule rise = new OneCycle(10, 1, 5, 2, Curve.LINEAR);
    assertThat(rates(rise, 3, 0, 1, 2)).containsExactly(new double[] {2, 6, 10}, TINY);
    assertThat(rates(rise, 1, 0)).containsExactly(10);
    assertThat(rates(fall, 1, 0)).containsExactly(1);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WarmupCosine(1, 0, 10, Optional.of(10)))
        .withMessage("over = 10 must be more than warmup = 10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WarmupCosine(1, 0, -1, Optional.empty()))
        .withMessage("warmup = -1 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WarmupStableDecay(1, 0, -1, 0, Curve.ROOT))
        .withMessage("decay = -1 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OneCycle(1, 1.5, 25, 1e4, Curve.COSINE))
        .withMessage("rise = 1.5 is outside [0, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OneCycle(1, 0.3, 0, 1e4, Curve.COSINE))
        .withMessage("start-divisor = 0.0 must be above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OneCycle(1, 0.3, 25, 0, Curve.COSINE))
        .withMessage("end-divisor = 0.0 must be above 0");
  }
}
