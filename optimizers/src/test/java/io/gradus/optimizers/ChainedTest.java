package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradus.optimizers.Chained.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChainedTest {
  private static double[] rates(Schedule schedule, int steps, int... updates) {
    return IntStream.of(updates).mapToDouble(t -> schedule.rate(t, steps)).toArray();
  }

  @Test
  void eachPartCountsItsOwnUpdates() {
    Schedule chain =
        new Chained(
            List.of(
                new Part(Optional.of(4), new Linear(0, 8)),
                new Part(Optional.of(2), new Constant(8)),
                new Part(Optional.empty(), new Linear(8, 0))));
    assertThat(rates(chain, 14, 0, 1, 3, 4, 5, 6, 7, 13))
        .containsExactly(0, 2, 6, 8, 8, 8, 7, 1); // the last part has the 8 that are left
  }

  @Test
  void afterTheLastPartTheRateStaysAtItsEnd() {
    Schedule chain = new Chained(List.of(new Part(Optional.of(4), new Linear(8, 4))));
    assertThat(rates(chain, 100, 3, 4, 5, 99)).containsExactly(5, 4, 4, 4);
  }

  @Test
  void aRunMayEndBeforeTheLastPartBegins() {
    Schedule chain =
        new Chained(
            List.of(
                new Part(Optional.of(4), new Constant(8)),
                new Part(Optional.empty(), new Linear(8, 0))));
    assertThat(rates(chain, 3, 0, 2)).containsExactly(8, 8);
    assertThat(rates(chain, 3, 4, 5)).containsExactly(8, 0);
  }

  @Test
  void chainsMayStandInChains() {
    Schedule inner =
        new Chained(
            List.of(
                new Part(Optional.of(1), new Constant(2)),
                new Part(Optional.empty(), new Linear(4, 0))));
    Schedule chain =
        new Chained(
            List.of(
                new Part(Optional.of(1), new Constant(1)),
                new Part(Optional.of(3), inner),
                new Part(Optional.empty(), new Constant(7))));
    assertThat(rates(chain, 6, 0, 1, 2, 3, 4, 5)).containsExactly(1, 2, 4, 2, 7, 7);
  }

  @Test
  void onlyTheLastPartMayLeaveItsStepsOut() {
    Part open = new Part(Optional.empty(), new Constant(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Chained(List.of(open, open)))
        .withMessage("parts[0] needs steps; only the last part may leave them out");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Chained(List.of()))
        .withMessage("parts must hold at least one schedule");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Part(Optional.of(0), new Constant(1)))
        .withMessage("steps = 0 must be at least 1");
  }
}
