package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Twelve steps of each rule beside PyTorch's, in double precision.
@Tag("needs-data")
class TorchTrajectoryTest {
  private static final Schedule LR = new Constant(0.05);

  private static final Map<String, Rule<?>> RULES =
      Map.ofEntries(
          Map.entry("sgd 'lr': 0.05", new Sgd(LR)),
          Map.entry("sgd 'lr': 0.05, 'momentum': 0.9", new Sgd(LR, 0.9, 0, false, 0)),
          Map.entry(
              "sgd 'lr': 0.05, 'momentum': 0.9, 'nesterov': true, 'weight_decay': 0.01",
              new Sgd(LR, 0.9, 0, true, 0.01)),
          Map.entry(
              "sgd 'lr': 0.05, 'momentum': 0.9, 'dampening': 0.1", new Sgd(LR, 0.9, 0.1, false, 0)),
          Map.entry("adam 'lr': 0.05", new Adam(LR, 0.9, 0.999, 1e-8)),
          Map.entry(
              "adam 'lr': 0.05, 'betas': [0.85, 0.99], 'eps': 1e-08, 'weight_decay': 0.02",
              new Adam(LR, 0.85, 0.99, 1e-8, 0.02, false)),
          Map.entry("adam 'lr': 0.05, 'amsgrad': true", new Adam(LR, 0.9, 0.999, 1e-8, 0, true)),
          Map.entry("adamw 'lr': 0.05, 'weight_decay': 0.1", new AdamW(LR, 0.9, 0.999, 1e-8, 0.1)),
          Map.entry("rmsprop 'lr': 0.05", new Rmsprop(LR, 0.99, 1e-8, 0, false, 0)),
          Map.entry(
              "rmsprop 'lr': 0.05, 'momentum': 0.9, 'centered': true",
              new Rmsprop(LR, 0.99, 1e-8, 0.9, true, 0)),
          Map.entry("adagrad 'lr': 0.05", new Adagrad(LR, 1e-10, 0, 0, 0)));

  @Test
  void everyTrajectoryHasItsRule() {
    assertThat(TorchGoldens.trajectories().stream().map(TorchTrajectoryTest::name))
        .containsExactlyInAnyOrderElementsOf(RULES.keySet());
  }

  @TestFactory
  Stream<DynamicTest> itsTrajectoryIsThatOfTorch() {
    return TorchGoldens.trajectories().stream()
        .map(golden ->
            dynamicTest(
                name(golden),
                () -> follow(Objects.requireNonNull(RULES.get(name(golden))), golden)));
  }

  private static String name(TorchGoldens.Trajectory golden) {
    return golden.name().replace('"', '\'');
  }

  private static <M extends Record> void follow(Rule<M> rule, TorchGoldens.Trajectory golden) {
    double[] w = golden.start().clone();
    M memory = rule.start(w.length);
    assertThat(golden.path()).hasDimensions(12, 5);
    for (int t = 0; t < 12; t++) {
      double rate = rule.lr().rate(t, 12);
      rule.step(new Rule.Update(t, rate, 1), w, golden.gradient(w), memory);
      assertThat(w).containsExactly(golden.path()[t], within(1e-10));
    }
  }
}
