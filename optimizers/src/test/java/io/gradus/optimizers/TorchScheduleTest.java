package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The rates of thirty updates beside PyTorch's.
@Tag("needs-data")
class TorchScheduleTest {
  /// A schedule and the length of the run that PyTorch was told.
  private record Run(Schedule schedule, int steps) {}

  private static final Map<String, Run> RUNS =
      Map.of(
          "step 'step_size': 7, 'gamma': 0.5",
          new Run(new Stepped(0.1, 7, 0.5), 30),
          "multistep 'milestones': [5, 12, 20], 'gamma': 0.3",
          new Run(new Multistep(0.1, List.of(5, 12, 20), 0.3), 30),
          "exponential 'gamma': 0.93",
          new Run(new Exponential(0.1, 0.93), 30),
          "cosine 'T_max': 30, 'eta_min': 0.001",
          new Run(new Cosine(0.1, 0.001, Optional.empty()), 30),
          "linear 'start_factor': 1.0, 'end_factor': 0.0, 'total_iters': 30",
          new Run(new Linear(0.1, 0), 30),
          "polynomial 'total_iters': 25, 'power': 2.0",
          new Run(new Polynomial(0.1, 0, 2, Optional.of(25)), 30),
          "onecycle 'max_lr': 0.1, 'total_steps': 31",
          new Run(new OneCycle(0.1, 0.3, 25, 1e4, Curve.COSINE), 31),
          "cosine_warm_restarts 'T_0': 8, 'T_mult': 2",
          new Run(new CosineRestarts(0.1, 0, 8, 2), 30));

  @Test
  void everyScheduleOfTorchHasItsOwnHere() {
    assertThat(TorchGoldens.schedules().stream().map(TorchScheduleTest::name))
        .containsExactlyInAnyOrderElementsOf(RUNS.keySet());
  }

  @TestFactory
  Stream<DynamicTest> itsRatesAreThoseOfTorch() {
    return TorchGoldens.schedules().stream()
        .map(golden ->
            dynamicTest(
                name(golden),
                () -> follow(Objects.requireNonNull(RUNS.get(name(golden))), golden.rates())));
  }

  private static String name(TorchGoldens.Rates golden) {
    return golden.name().replace('"', '\'');
  }

  private static void follow(Run run, double[] expected) {
    double[] rates =
        IntStream.range(0, 30).mapToDouble(t -> run.schedule().rate(t, run.steps())).toArray();
    assertThat(rates).containsExactly(expected, within(1e-10));
  }
}
