package io.gradus.experiments.run;

import io.gradus.data.Dataset;
import io.gradus.experiments.Training;
import io.gradus.nn.Outcome;
import io.gradus.nn.TrainedModel;
import io.gradus.optimizers.Rule;
import java.util.stream.IntStream;

/// Fits a model: a batch, its gradient, a step of the optimizer, and again.
public final class Trainer {
  private final TrainedModel model;
  private final Dataset data;
  private final Optimizer<?> optimizer;
  private final int steps;
  private final int batch;

  /// A trainer before its first step.
  public Trainer(TrainedModel model, Dataset data, Rule<?> rule, Training plan) {
    this.model = model;
    this.data = data;
    this.optimizer = Optimizer.of(rule, model.parameters());
    this.steps = plan.steps();
    this.batch = plan.batch().orElse(data.size());
    if (batch > data.size()) {
      throw new SetupException(
          "train.batch: %d examples an update, but the data have %d".formatted(batch, data.size()));
    }
  }

  /// How many steps there are to be.
  public int steps() {
    return steps;
  }

  /// Makes update t = 0, 1, ...: the loss before it, on the examples that it learned from.
  public Outcome step(int t) {
    Outcome outcome = model.learn(examples(t));
    optimizer.step(new Rule.Update(t, optimizer.rule().lr().rate(t, steps), 1));
    return outcome;
  }

  /// The optimizer with its memory.
  Optimizer<?> optimizer() {
    return optimizer;
  }

  /// The next `batch` examples in the order of the data, from the beginning again after the end.
  private Dataset examples(int t) {
    if (batch == data.size()) {
      return data;
    }
    long first = (long) t * batch;
    return data.select(
        IntStream.range(0, batch).map(i -> (int) ((first + i) % data.size())).toArray());
  }
}
