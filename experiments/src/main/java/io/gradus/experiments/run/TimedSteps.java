package io.gradus.experiments.run;

import io.gradus.data.Dataset;
import io.gradus.data.Library;
import io.gradus.experiments.Experiment;
import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.Loaded;
import io.gradus.nn.TrainedModel;
import io.gradus.random.Streams;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The trainer's own step of an experiment, timed: the batch, the gradient, the optimizer.
final class TimedSteps {
  /// Enough for the compiler to finish, however short or long a step is: where all processors
  /// compute, it gets only a share of one.
  private static final double WARM_UP_SECONDS = 12;

  private static final double SECONDS = 5;

  /// Long beside the clock's grain, short beside what else happens on a machine.
  private static final double BLOCK_SECONDS = 0.1;

  private static final int LEAST_BLOCKS = 3;

  private final Trainer trainer;
  private int made;

  private TimedSteps(Trainer trainer) {
    this.trainer = trainer;
  }

  /// Microseconds a step, the median over blocks of steps.
  ///
  /// @param examples the data that stand in for the experiment's own
  static double microseconds(
      ExperimentLoader loader, String experiment, UnaryOperator<Dataset> examples) {
    Loaded loaded = loader.load(experiment, List.of());
    var plan = (Experiment.Trained) loaded.experiment();
    Streams random = plan.random().streams(plan.seed());
    Library library = new Library(List.of(), Optional.empty(), TimedSteps::refuse);
    Setup setup = Setup.load(plan, library, random);
    Dataset data = examples.apply(setup.parts(plan).train());
    TrainedModel model = Models.build(loaded, plan, data.form(), random);
    return new TimedSteps(new Trainer(model, data, plan.optimizer(), plan.train(), random)).time();
  }

  private static byte[] refuse(URI address, long largest) throws IOException {
    throw new IOException("a benchmark downloads nothing, not even " + address);
  }

  private double time() {
    double spent = 0;
    int steps = 1;
    double last = 0;
    while (spent < WARM_UP_SECONDS) {
      last = seconds(steps);
      spent += last;
      steps = last < BLOCK_SECONDS ? 2 * steps : steps;
    }
    int block = Math.max(1, (int) (BLOCK_SECONDS * steps / last));
    List<Double> blocks = new ArrayList<>();
    double timed = 0;
    while (timed < SECONDS || blocks.size() < LEAST_BLOCKS) {
      double took = seconds(block);
      timed += took;
      blocks.add(took / block);
    }
    Collections.sort(blocks);
    return blocks.get(blocks.size() / 2) * 1e6;
  }

  private double seconds(int steps) {
    long start = System.nanoTime();
    for (int i = 0; i < steps; i++) {
      trainer.step(made++ % trainer.steps());
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
