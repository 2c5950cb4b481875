package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.data.Dataset;
import io.gradus.data.Points;
import io.gradus.experiments.Training;
import io.gradus.nn.Outcome;
import io.gradus.nn.Slice;
import io.gradus.nn.TrainedModel;
import io.gradus.optimizers.Adam;
import io.gradus.optimizers.Constant;
import io.gradus.optimizers.Linear;
import io.gradus.optimizers.Rule;
import io.gradus.optimizers.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final Points FIVE =
      new Points(IntStream.range(0, 5).mapToObj(i -> new Points.Point(List.of(), i)).toList());

  /// Remembers what it was shown; its loss is its one weight, whose gradient is therefore 1.
  private static final class Witness implements TrainedModel {
    final List<List<Double>> batches = new ArrayList<>();
    final Plain weight = new Plain("w", new int[] {1}, new double[] {10}, new double[] {1});

    @Override
    public List<Slice> parameters() {
      return List.of(weight);
    }

    @Override
    public Outcome learn(Dataset batch) {
      batches.add(((Points) batch).points().stream().map(Points.Point::target).toList());
      return Outcome.of(weight.numbers()[0]);
    }
  }

  private static List<List<Double>> batches(int steps, Optional<Integer> batch) {
    var model = new Witness();
    var trainer = new Trainer(model, FIVE, new Sgd(new Constant(0.0)), new Training(steps, batch));
    IntStream.range(0, steps).forEach(trainer::step);
    return model.batches;
  }

  @Test
  void withoutABatchEveryStepSeesAllExamples() {
    List<Double> all = List.of(0.0, 1.0, 2.0, 3.0, 4.0);

    assertThat(batches(2, Optional.empty())).containsExactly(all, all);
    assertThat(batches(2, Optional.of(5))).containsExactly(all, all);
  }

  @Test
  void batchesFollowTheOrderOfTheDataAndBeginAgainAfterTheEnd() {
    assertThat(batches(6, Optional.of(1)))
        .containsExactly(
            List.of(0.0), List.of(1.0), List.of(2.0), List.of(3.0), List.of(4.0), List.of(0.0));
    assertThat(batches(3, Optional.of(2)))
        .containsExactly(List.of(0.0, 1.0), List.of(2.0, 3.0), List.of(4.0, 0.0));
  }

  @Test
  void aBatchOfMoreExamplesThanThereAreIsRefused() {
    assertThatThrownBy(() -> batches(2, Optional.of(7)))
        .isInstanceOf(SetupException.class)
        .hasMessage("train.batch: 7 examples an update, but the data have 5");
  }

  @Test
  void aStepDependsOnItsNumberOnly() {
    var model = new Witness();
    var trainer =
        new Trainer(
            model, FIVE, new Sgd(new Constant(0.0)), new Training(2_000_000_001, Optional.of(2)));

    trainer.step(2_000_000_000); // 4,000,000,000 examples later, past what an int counts
    trainer.step(2);

    assertThat(model.batches).containsExactly(List.of(0.0, 1.0), List.of(4.0, 0.0));
  }

  @Test
  void theOutcomeIsThatBeforeTheUpdateAndTheRateFollowsItsSchedule() {
    var model = new Witness();
    var trainer =
        new Trainer(model, FIVE, new Sgd(new Linear(1.0, 0.0)), new Training(4, Optional.empty()));

    List<Double> losses = IntStream.range(0, 4).mapToObj(t -> trainer.step(t).loss()).toList();

    // 1, 3/4, 1/2, 1/4
    assertThat(losses).containsExactly(10.0, 9.0, 8.25, 7.75);
    assertThat(model.weight.numbers()).containsExactly(7.5);
  }

  @Test
  void memoryIsNamedAfterSliceAndComponent() {
    var adam =
        Optimizer.of(
            new Adam(new Constant(0.1), 0.9, 0.99, 1e-8),
            List.of(new Plain("blocks.0.query", 1, 2), new Plain("head", 3)));

    assertThat(adam.memory().keySet())
        .containsExactly("blocks.0.query/m", "blocks.0.query/v", "head/m", "head/v");
    assertThat(adam.memory().get("blocks.0.query/v")).containsExactly(0, 0);
    assertThat(Optimizer.of(new Sgd(new Constant(0.1)), List.of(new Plain("w", 1))).memory())
        .isEmpty();
  }

  @Test
  void memoryIsTheOptimizersOwnSoThatACheckpointCanFillIt() {
    var weight = new Plain("w", new int[] {1}, new double[] {0}, new double[] {2});
    var trainer = Optimizer.of(new Adam(new Constant(0.1), 0.5, 0.75, 1e-8), List.of(weight));

    trainer.step(new Rule.Update(0, 0.1, 1));

    // m = 0.5·2, v = 0.25·2²
    assertThat(trainer.memory().get("w/m")).containsExactly(1.0);
    assertThat(trainer.memory().get("w/v")).containsExactly(1.0);
    assertThat(trainer.memory().get("w/m")).isSameAs(trainer.memory().get("w/m"));
  }
}
