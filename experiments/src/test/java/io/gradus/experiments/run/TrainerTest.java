package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.data.Dataset;
import io.gradus.data.Points;
import io.gradus.experiments.Training;
import io.gradus.nn.Outcome;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.nn.TrainedModel;
import io.gradus.optimizers.Adam;
import io.gradus.optimizers.Constant;
import io.gradus.optimizers.Linear;
import io.gradus.optimizers.Rule;
import io.gradus.optimizers.Sgd;
import io.gradus.random.Algorithm;
import io.gradus.random.Source;
import io.gradus.random.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    public Outcome learn(Dataset batch, Pass pass) {
      batches.add(((Points) batch).points().stream().map(Points.Point::target).toList());
      return Outcome.of(weight.numbers()[0]);
    }

    @Override
    public Outcome evaluate(Dataset examples) {
      return Outcome.of(weight.numbers()[0]);
    }
  }

  private static List<List<Double>> batches(int steps, Optional<Integer> batch) {
    var model = new Witness();
    var trainer =
        new Trainer(model, FIVE, new Sgd(new Constant(0.0)), Training.of(steps, batch), random());
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
  void aLoadersOrderNeedsATorchGenerator() {
    var plan =
        new Training(
            1, Optional.of(2), Training.Order.TORCH_LOADER, 1, Optional.empty(), List.of());
    Rule<?> rule = new Sgd(new Constant(0.0));
    assertThatThrownBy(
            () -> new Trainer(new Witness(), FIVE, rule, plan, Streams.named(1, Map.of())))
        .isInstanceOf(SetupException.class)
        .hasMessage(
            "train.order: torch-loader is a sampler that torch seeds, and the stream batches has"
                + " another generator; say random: torch, or order: random");
    Streams torch = Streams.shared(new Source(Algorithm.TORCH, 1));
    var trainer = new Trainer(new Witness(), FIVE, rule, plan, torch);
    trainer.step(0);
    assertThat(torch.states()).containsOnlyKeys("batches.sampler", "shared");
  }

  @Test
  void aStepDependsOnItsNumberOnly() {
    var model = new Witness();
    var trainer =
        new Trainer(
            model,
            FIVE,
            new Sgd(new Constant(0.0)),
            Training.of(2_000_000_001, Optional.of(2)),
            random());

    trainer.step(2_000_000_000); // 4,000,000,000 examples later, past what an int counts
    trainer.step(2);

    assertThat(model.batches).containsExactly(List.of(0.0, 1.0), List.of(4.0, 0.0));
  }

  @Test
  void theOutcomeIsThatBeforeTheUpdateAndTheRateFollowsItsSchedule() {
    var model = new Witness();
    var trainer =
        new Trainer(
            model, FIVE, new Sgd(new Linear(1.0, 0.0)), Training.of(4, Optional.empty()), random());

    List<Double> losses =
        IntStream.range(0, 4).mapToObj(t -> trainer.step(t).outcome().loss()).toList();

    // 1, 3/4, 1/2, 1/4
    assertThat(losses).containsExactly(10.0, 9.0, 8.25, 7.75);
    assertThat(model.weight.numbers()).containsExactly(7.5);
  }

  private static Streams random() {
    return Streams.named(1, Map.of());
  }

  private static Optimizer optimizer(Rule<?> rule, Slice... slices) {
    return new Optimizer(rule, List.of(slices), Training.of(9, Optional.empty()));
  }

  @Test
  void memoryIsNamedAfterSliceAndComponent() {
    Optimizer adam =
        optimizer(
            new Adam(new Constant(0.1), 0.9, 0.99, 1e-8),
            new Plain("blocks.0.query", 1, 2),
            new Plain("head", 3));

    assertThat(adam.memory().keySet())
        .containsExactly("blocks.0.query/m", "blocks.0.query/v", "head/m", "head/v");
    assertThat(memory(adam, "blocks.0.query/v").doubles()).containsExactly(0, 0);
    assertThat(optimizer(new Sgd(new Constant(0.1)), new Plain("w", 1)).memory()).isEmpty();
  }

  @Test
  void memoryIsWhatTheRuleMadeOfIt() {
    var weight = new Plain("w", new int[] {1}, new double[] {0}, new double[] {2});
    Optimizer adam = optimizer(new Adam(new Constant(0.1), 0.5, 0.75, 1e-8), weight);

    assertThat(adam.step(0)).isEmpty();

    // m = 0.5·2, v = 0.25·2²
    assertThat(memory(adam, "w/m").doubles()).containsExactly(1.0);
    assertThat(memory(adam, "w/v").doubles()).containsExactly(1.0);
  }

  private static TensorBytes memory(Optimizer optimizer, String name) {
    return Optional.ofNullable(optimizer.memory().get(name)).orElseThrow();
  }
}
