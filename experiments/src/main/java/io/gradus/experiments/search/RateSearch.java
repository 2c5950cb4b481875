package io.gradus.experiments.search;

import io.gradus.data.Dataset;
import io.gradus.data.Library;
import io.gradus.experiments.Experiment;
import io.gradus.experiments.Loaded;
import io.gradus.experiments.Training;
import io.gradus.experiments.run.Models;
import io.gradus.experiments.run.RunListener;
import io.gradus.experiments.run.Setup;
import io.gradus.experiments.run.SetupException;
import io.gradus.experiments.run.Trainer;
import io.gradus.nn.Slice;
import io.gradus.nn.TrainedModel;
import io.gradus.optimizers.Rule;
import io.gradus.random.Streams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A search for a learning rate: a training whose rate grows from step to step (Smith 2017, and
/// makemore part 2). Nothing is written.
public final class RateSearch {
  /// So many times the first loss is no learning any more.
  private static final double EXPLODED = 10;

  private final Trainer trainer;
  private final Sweep sweep;
  private final List<Double> rates = new ArrayList<>();
  private final List<Double> losses = new ArrayList<>();

  private RateSearch(Trainer trainer, Sweep sweep) {
    this.trainer = trainer;
    this.sweep = sweep;
  }

  /// Trains the model of an experiment from its beginning, with its own data, batches and
  /// optimizer.
  ///
  /// Throws what a run of the experiment throws before it begins, and a [SetupException] where the
  /// experiment has nothing that learns by steps.
  public static RateCurve of(
      Loaded loaded, Library library, Sweep sweep, int steps, RunListener listener) {
    if (!(loaded.experiment() instanceof Experiment.Trained trained)) {
      throw new SetupException(
          "%s has no learning rate: only a model that an optimizer fits step by step has one"
              .formatted(loaded.title()));
    }
    Streams random = trained.random().streams(trained.seed());
    Dataset examples = Setup.load(trained, library, random).parts(trained).train();
    TrainedModel model = Models.build(loaded, trained, examples.form(), random);
    long parameters = model.parameters().stream().mapToLong(Slice::size).sum();
    listener.started(Path.of(""), examples.size(), parameters, 0);
    Rule<?> rule = new OtherRate<>(trained.optimizer(), sweep);
    Training plan = trained.train().lasting(steps);
    return new RateSearch(new Trainer(model, examples, rule, plan, random), sweep).go(listener);
  }

  private RateCurve go(RunListener listener) {
    for (int t = 0; t < trainer.steps(); t++) {
      double rate = sweep.rate(t, trainer.steps());
      Trainer.Step step = trainer.step(t);
      double loss = step.outcome().loss();
      if (step.trouble().filter(Trainer.Trouble.Loss.class::isInstance).isPresent()) {
        return RateCurve.of(rates, losses, Optional.of(rate));
      }
      rates.add(rate);
      losses.add(loss);
      listener.stepped(t + 1, trainer.steps(), step.outcome());
      if (step.trouble().isPresent() || loss > EXPLODED * losses.getFirst()) {
        return RateCurve.of(rates, losses, Optional.of(rate));
      }
    }
    return RateCurve.of(rates, losses, Optional.empty());
  }
}
