package io.gradus.experiments.run;

import io.gradus.data.Dataset;
import io.gradus.experiments.Training;
import io.gradus.experiments.vitals.Watch;
import io.gradus.nn.Outcome;
import io.gradus.nn.Pass;
import io.gradus.nn.TrainedModel;
import io.gradus.optimizers.Rule;
import io.gradus.random.Generator;
import io.gradus.random.Streams;
import io.gradus.random.Torch;
import io.gradus.tensor.Workspace;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Fits a model: a batch, its gradient, a step of the optimizer, and again.
public final class Trainer {
  private static final String BATCHES = "batches";

  private final TrainedModel model;
  private final Dataset data;
  private final Optimizer optimizer;
  private final Training plan;
  private final Streams random;
  private final int batch;
  private final Workspace workspace = new Workspace();

  /// A trainer before its first step.
  ///
  /// @param random the streams `batches` and `dropout` are drawn from
  public Trainer(TrainedModel model, Dataset data, Rule<?> rule, Training plan, Streams random) {
    this.model = model;
    this.data = data;
    this.optimizer = new Optimizer(rule, model.parameters(), plan);
    this.plan = plan;
    this.random = random;
    this.batch = plan.batch().orElse(data.size());
    if (batch > data.size()) {
      throw new SetupException(
          "train.batch: %d examples an update, but the data have %d".formatted(batch, data.size()));
    }
    if (plan.order() == Training.Order.TORCH_LOADER && !(random.stream(BATCHES) instanceof Torch)) {
      throw new SetupException(
          "train.order: torch-loader is a sampler that torch seeds, and the stream batches has"
              + " another generator; say random: torch, or order: random");
    }
  }

  /// What a step came to.
  ///
  /// @param outcome the loss before the update, on the examples that it learned from
  /// @param trouble what is no finite number any more, where something is
  public record Step(Outcome outcome, Optional<Trouble> trouble) {}

  /// Numbers that are none any more.
  public sealed interface Trouble {
    /// The loss. Nothing was moved: the model is as it was before the step.
    ///
    /// @param cause the layer and the operation that made the first such number, in words; absent
    ///   where the model cannot tell
    record Loss(Optional<String> cause) implements Trouble {}

    /// A parameter, after the update.
    record Parameter(String name) implements Trouble {}
  }

  /// How many steps there are to be.
  public int steps() {
    return plan.steps();
  }

  /// Makes update t = 0, 1, ...
  public Step step(int t) {
    return workspace.call(() -> update(t, training(), () -> optimizer.step(t)));
  }

  /// Makes update t as [#step(int)] does, bit for bit, while somebody watches.
  public Step step(int t, Watch watch) {
    return workspace.call(() -> update(t, training().watchedBy(watch), () -> move(t, watch)));
  }

  private Pass training() {
    return Pass.training(() -> random.stream("dropout"));
  }

  private Optional<String> move(int t, Watch watch) {
    optimizer.show(watch::aboutToMove);
    Optional<String> broken = optimizer.step(t);
    watch.moved();
    return broken;
  }

  private Step update(int t, Pass pass, Supplier<Optional<String>> move) {
    Streams.Moment before = random.moment();
    Outcome outcome =
        plan.accumulate() == 1 ? model.learn(examples(t), pass) : learnSeveral(t, pass);
    if (!Double.isFinite(outcome.loss())) {
      return new Step(outcome, Optional.of(new Trouble.Loss(cause(t, before))));
    }
    pass.settle();
    return new Step(outcome, move.get().map(Trouble.Parameter::new));
  }

  /// The mean outcome of several batches; their gradients are summed.
  private Outcome learnSeveral(int t, Pass pass) {
    double loss = 0;
    SortedMap<String, Double> others = new TreeMap<>();
    optimizer.forgetSums();
    for (int i = 0; i < plan.accumulate(); i++) {
      Outcome outcome = model.learn(examples((long) t * plan.accumulate() + i), pass);
      if (!Double.isFinite(outcome.loss())) {
        return outcome;
      }
      optimizer.sumGradients();
      loss += outcome.loss() / plan.accumulate();
      outcome
          .others()
          .forEach((name, value) -> others.merge(name, value / plan.accumulate(), Double::sum));
    }
    return new Outcome(loss, others);
  }

  /// Does the failed step again, looking at every number; the random streams are then as before it.
  private Optional<String> cause(int t, Streams.Moment before) {
    random.restore(before.states());
    Pass pass = training();
    Optional<String> cause = Optional.empty();
    for (int i = 0; i < plan.accumulate() && cause.isEmpty(); i++) {
      cause = model.findNonFinite(examples((long) t * plan.accumulate() + i), pass);
    }
    random.restore(before.states());
    return cause;
  }

  /// The optimizer with its memory.
  Optimizer optimizer() {
    return optimizer;
  }

  /// Batch `i` = 0, 1, ...
  private Dataset examples(long i) {
    if (batch == data.size() && plan.order() == Training.Order.IN_ORDER) {
      return data;
    }
    int[] places = new int[batch];
    switch (plan.order()) {
      case IN_ORDER -> {
        for (int k = 0; k < batch; k++) {
          places[k] = (int) ((i * batch + k) % data.size());
        }
      }
      case RANDOM -> draw(places, random.stream(BATCHES));
      case TORCH_LOADER -> draw(places, random.sampler(BATCHES));
    }
    return data.select(places);
  }

  private void draw(int[] places, Generator generator) {
    for (int k = 0; k < places.length; k++) {
      places[k] = generator.below(data.size());
    }
  }
}
