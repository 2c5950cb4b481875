package io.gradus.experiments.run;

import io.gradus.data.Dataset;
import io.gradus.data.Documents;
import io.gradus.data.Form;
import io.gradus.experiments.Experiment;
import io.gradus.experiments.Loaded;
import io.gradus.experiments.config.ConfigException;
import io.gradus.nn.CountedModel;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.MisfitException;
import io.gradus.nn.Model;
import io.gradus.nn.TrainedModel;
import io.gradus.random.Streams;
import java.util.List;

/// Builds the model of an experiment and refuses what does not fit.
public final class Models {
  private Models() {}

  /// The model of an experiment with its first numbers; a
  /// [io.gradus.experiments.config.ConfigException] names the place in the file where it does not
  /// fit.
  ///
  /// @param loaded the experiment as its file states it
  public static TrainedModel build(
      Loaded loaded, Experiment.Trained experiment, Form form, Streams random) {
    try {
      TrainedModel model = experiment.model().build(form, random.stream("init"));
      requireWriter(model, experiment.sample().isPresent());
      return model;
    } catch (IllegalArgumentException e) {
      MisfitException refusal = MisfitException.at("model", e);
      throw ConfigException.at(loaded.node(), refusal.place(), refusal.reason());
    }
  }

  static CountedModel count(Experiment.Counted experiment, Dataset data) {
    try {
      CountedModel model = experiment.model().count(data);
      requireWriter(model, experiment.sample().isPresent());
      return model;
    } catch (IllegalArgumentException e) {
      throw new SetupException("model: " + e.getMessage());
    }
  }

  /// A counted model that has seen nothing, to be filled from a checkpoint.
  static CountedModel empty(Experiment.Counted experiment, Form.Tokens form) {
    return count(experiment, new Documents(form, List.of()));
  }

  private static void requireWriter(Model model, boolean samples) {
    if (samples && !(model instanceof LanguageModel)) {
      throw new SetupException("sample: this model writes no text");
    }
  }
}
