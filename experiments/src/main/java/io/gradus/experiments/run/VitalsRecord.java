package io.gradus.experiments.run;

import io.gradus.experiments.Recording;
import io.gradus.experiments.vitals.Watch;
import io.gradus.nn.Layer;
import io.gradus.nn.TrainedModel;
import io.gradus.nn.network.Layered;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// Makes the steps of a run, and writes down how the network fared in those that are to be watched:
/// the first, each so many, and the last of the plan.
final class VitalsRecord {
  private final Optional<Integer> every;
  private final Path folder;
  private final Trainer trainer;
  private final Function<Layer, String> names;

  /// @param names what an experiment file calls a layer
  VitalsRecord(
      Optional<Recording> plan, Path folder, Trainer trainer, Function<Layer, String> names) {
    this.every = plan.flatMap(Recording::vitals);
    this.folder = folder;
    this.trainer = trainer;
    this.names = names;
  }

  /// Only layers tell what they make.
  void requirePossible(TrainedModel model) {
    if (every.isPresent() && !(model instanceof Layered)) {
      throw new SetupException(
          "record.vitals: only a model that is made of layers has vitals, such as"
              + " {type: sequential}; this one is not");
    }
  }

  /// Goes on behind what was recorded up to a step.
  void goOn(int step) {
    if (every.isPresent()) {
      VitalsLog.cut(folder, step);
    }
  }

  /// Makes update t.
  Trainer.Step step(int t) {
    if (every.isEmpty() || !isWatched(t + 1, every.get())) {
      return trainer.step(t);
    }
    var watch = new Watch();
    Trainer.Step step = trainer.step(t, watch);
    boolean moved = step.trouble().filter(Trainer.Trouble.Loss.class::isInstance).isEmpty();
    if (moved) {
      VitalsLog.add(folder, watch.vitals(t + 1, names));
    }
    return step;
  }

  private boolean isWatched(int step, int each) {
    return step == 1 || step % each == 0 || step == trainer.steps();
  }
}
