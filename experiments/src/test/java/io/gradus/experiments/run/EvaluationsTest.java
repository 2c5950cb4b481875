package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.data.Dataset;
import io.gradus.data.Points;
import io.gradus.data.Split;
import io.gradus.experiments.Evaluation;
import io.gradus.nn.Outcome;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.nn.TrainedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationsTest {
  private static final RunListener NOBODY = new RunListener() {};

  @TempDir private Path folder;

  /// Says one loss after another.
  private record Told(Deque<Double> losses) implements TrainedModel {
    static Told of(Double... losses) {
      return new Told(new ArrayDeque<>(List.of(losses)));
    }

    @Override
    public List<Slice> parameters() {
      return List.of();
    }

    @Override
    public Outcome learn(Dataset batch, Pass pass) {
      throw new UnsupportedOperationException("it is only evaluated");
    }

    @Override
    public Outcome evaluate(Dataset examples) {
      return Outcome.of(losses.removeFirst() + examples.size());
    }
  }

  private static Dataset points(int n) {
    return new Points(
        java.util.stream.IntStream.range(0, n)
            .mapToObj(i -> new Points.Point(List.of(), i))
            .toList());
  }

  private static Evaluation every(int steps, Optional<Integer> patience) {
    return new Evaluation(Optional.of(steps), true, patience, Evaluation.Part.VALIDATION);
  }

  private static final Split.Parts PARTS =
      new Split.Parts(points(30), Optional.of(points(20)), Optional.of(points(10)));

  @Test
  void patienceCountsEvaluationsSinceTheBest() {
    try (var record = record(folder, 0)) {
      var evaluations =
          new Evaluations(
              Optional.of(every(2, Optional.of(2))),
              Told.of(5.0, 3.0, 4.0, 3.0),
              PARTS,
              record,
              NOBODY);
      for (int step = 1; step <= 7; step++) {
        evaluations.after(step);
        assertThat(evaluations.exhausted()).isEmpty();
      }
      assertThat(evaluations.best()).contains(4);

      evaluations.after(8);

      assertThat(record.metrics().series("validation/loss"))
          .containsExactlyInAnyOrderEntriesOf(java.util.Map.of(2, 25.0, 4, 23.0, 6, 24.0, 8, 23.0));
      assertThat(evaluations.best()).as("the earlier of two").contains(4);
      assertThat(evaluations.exhausted())
          .contains("stopped early: validation/loss was lowest after step 4, 2 evaluations ago");
    }
  }

  @Test
  void atTheEndEveryPartIsEvaluatedOnce() throws Exception {
    try (var record = record(folder, 0)) {
      var evaluations =
          new Evaluations(
              Optional.of(every(2, Optional.empty())),
              Told.of(1.0, 2.0, 3.0),
              PARTS,
              record,
              NOBODY);
      evaluations.after(2);
      evaluations.atTheEnd(2);
    }
    assertThat(Files.readAllLines(folder.resolve(MetricsLog.FILE)))
        .containsExactly(
            "{\"step\":2,\"name\":\"validation/loss\",\"value\":21.0}",
            "{\"step\":2,\"name\":\"train/full-loss\",\"value\":32.0}",
            "{\"step\":2,\"name\":\"test/loss\",\"value\":13.0}");
  }

  @Test
  void withoutAPlanNothingIsEvaluated() {
    try (var record = record(folder, 0)) {
      var evaluations = new Evaluations(Optional.empty(), Told.of(), PARTS, record, NOBODY);
      evaluations.after(1);
      evaluations.atTheEnd(1);
      assertThat(record.metrics().names()).isEmpty();
      assertThat(evaluations.best()).isEmpty();
      assertThat(evaluations.exhausted()).isEmpty();
    }
  }

  @Test
  void validationNeedsDataThatAreHeldBack() {
    var nothing = new Split.Parts(points(3), Optional.empty(), Optional.empty());
    assertThatThrownBy(
            () -> Evaluations.requirePossible(Optional.of(every(2, Optional.empty())), nothing))
        .isInstanceOf(SetupException.class)
        .hasMessage(
            "evaluate.every: nothing is held back to validate with; say how much, such as"
                + " split: {train: 0.8, validation: 0.1}");
  }

  private static MetricsRecord record(Path folder, int step) {
    return new MetricsRecord(folder, step, Trackers.open(List.of(), folder, step, _ -> {}));
  }
}
