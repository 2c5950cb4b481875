package io.gradus.experiments.run;

import io.gradus.data.Dataset;
import io.gradus.data.Library;
import io.gradus.experiments.Experiment;
import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.Loaded;
import io.gradus.nn.GradientComparison;
import io.gradus.nn.HandDifferentiated;
import io.gradus.nn.TrainedModel;
import io.gradus.random.Streams;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Every gradient that a model's author wrote by hand, held against autograd's on the first
/// examples of the data, as many as a batch has.
///
/// @param title the name of the experiment, or the run's folder
/// @param step after which the model was left; 0 before it has learned anything
/// @param examples how many
/// @param gradients in the order in which they are found on the way back
public record HandGradients(
    String title, int step, int examples, List<GradientComparison> gradients) {
  public HandGradients {
    gradients = List.copyOf(gradients);
  }

  /// Of a model that has learned nothing yet; a [SetupException] where nobody wrote gradients.
  public static HandGradients of(Loaded loaded, Library library) {
    return of(loaded.experiment().name(), loaded, Optional.empty(), library);
  }

  /// Of the model of the run in a folder, as its checkpoint left it; a [SetupException] where
  /// nobody wrote gradients, or where no state was saved.
  public static HandGradients ofRun(Path folder, ExperimentLoader loader, Library library) {
    Loaded loaded = RecordedExperiment.load(folder, loader);
    Checkpoint checkpoint = Checkpoint.in(folder);
    return of(folder.toString(), loaded, Optional.of(checkpoint), library);
  }

  private static HandGradients of(
      String title, Loaded loaded, Optional<Checkpoint> checkpoint, Library library) {
    if (!(loaded.experiment() instanceof Experiment.Trained trained)) {
      throw none(title);
    }
    Streams random = trained.random().streams(trained.seed());
    Dataset all = Setup.load(trained, library, random).parts(trained).train();
    TrainedModel model = Models.build(loaded, trained, all.form(), random);
    if (!(model instanceof HandDifferentiated written)) {
      throw none(title);
    }
    checkpoint.ifPresent(saved -> saved.restore(model));
    int batch = Math.min(all.size(), trained.train().batch().orElse(all.size()));
    return new HandGradients(
        title,
        checkpoint.map(Checkpoint::step).orElse(0),
        batch,
        written.compare(all.range(0, batch)));
  }

  private static SetupException none(String title) {
    return new SetupException(
        "nobody wrote the gradients of %s by hand; the model manual-backprop has such"
            .formatted(title));
  }
}
