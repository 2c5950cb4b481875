package io.gradus.experiments.run;

import io.gradus.data.Library;
import io.gradus.data.Split;
import io.gradus.experiments.Experiment;
import io.gradus.experiments.Sampling;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Layer;
import io.gradus.nn.TrainedModel;
import io.gradus.random.Streams;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// One training, from the first step or from a checkpoint to the end or to an interruption.
final class TrainedRun {
  private final Experiment.Trained experiment;
  private final RunFiles files;
  private final Telemetry telemetry;
  private final RunListener listener;
  private final BooleanSupplier stop;
  private final Streams random;
  private final Setup setup;
  private final Split.Parts parts;
  private final TrainedModel model;
  private final SampleOrigins origins;
  private final Trainer trainer;
  private final States states;
  private final VitalsRecord vitals;
  private boolean sampled;

  TrainedRun(
      Experiment.Trained experiment,
      RunFiles files,
      Library library,
      Telemetry telemetry,
      RunListener listener,
      BooleanSupplier stop,
      Function<Layer, String> layerNames) {
    this.experiment = experiment;
    this.files = files;
    this.telemetry = telemetry;
    this.listener = listener;
    this.stop = stop;
    this.random = experiment.random().streams(experiment.seed());
    this.setup = Setup.load(experiment, library, random);
    this.parts = setup.parts(experiment);
    this.origins = setup.origins(experiment);
    this.model = Models.build(files.loaded(), experiment, parts.train().form(), random);
    this.trainer =
        new Trainer(model, parts.train(), experiment.optimizer(), experiment.train(), random);
    this.states =
        new States(
            files,
            experiment.checkpoint(),
            experiment.record(),
            model,
            trainer,
            random,
            setup.tokenizer());
    this.vitals = new VitalsRecord(experiment.record(), files.folder(), trainer, layerNames);
    vitals.requirePossible(model);
    Evaluations.requirePossible(experiment.evaluate(), parts);
  }

  RunReport run() {
    List<String> changed = files.changedJars();
    if (!changed.isEmpty()) {
      listener.warned(
          "the code has changed since this run began (%s); its bits may not be those of one go"
              .formatted(String.join(", ", changed)));
    }
    int step = files.checkpoint().map(this::restore).orElse(0);
    if (step == 0) {
      files.begin(setup.files());
    }
    vitals.goOn(step);
    long parameters = model.parameters().stream().mapToLong(slice -> slice.size()).sum();
    listener.started(files.target(), parts.train().size(), parameters, step);
    try (Trackers trackers =
            Trackers.open(experiment.trackers(), files.folder(), step, this::warn);
        var record = new MetricsRecord(files.folder(), step, trackers)) {
      var evaluations = new Evaluations(experiment.evaluate(), model, parts, record, listener);
      return train(step, record, evaluations);
    }
  }

  private void warn(String message) {
    files.log(message);
    listener.warned(message);
  }

  private int restore(Checkpoint checkpoint) {
    files.requireSameData(setup.files());
    states.restore(checkpoint);
    sampled = checkpoint.sampled();
    files.log("resumed after step " + checkpoint.step());
    return checkpoint.step();
  }

  private RunReport train(int first, MetricsRecord record, Evaluations evaluations) {
    if (first == 0) {
      states.save(0, false); // what there is to go back to, before a step was made
      states.after(0, false, record);
    }
    Optional<String> early = evaluations.exhausted();
    int t = first;
    while (t < trainer.steps() && early.isEmpty()) {
      if (stop.getAsBoolean()) {
        record.flush();
        states.save(t, false);
        return end(Result.INTERRUPTED, t, record, List.of(), Optional.empty());
      }
      int update = t;
      Trainer.Step step = telemetry.time(() -> vitals.step(update));
      t++;
      record.add(t, "train", "loss", step.outcome());
      if (step.trouble().isPresent()) {
        return diverged(t, step.trouble().get(), record);
      }
      listener.stepped(t, trainer.steps(), step.outcome());
      evaluations.after(t);
      boolean looked = evaluations.looked(t);
      states.after(t, looked && evaluations.best().equals(Optional.of(t)), record);
      early = looked ? evaluations.exhausted() : early;
    }
    evaluations.atTheEnd(t);
    record.flush();
    return write(t, record, early);
  }

  /// Ends a run whose numbers are none any more, with the state after its last good step.
  private RunReport diverged(int step, Trainer.Trouble trouble, MetricsRecord record) {
    record.flush();
    String reason =
        switch (trouble) {
          case Trainer.Trouble.Loss(var cause) ->
              "the loss is no finite number" + cause.map(why -> ": " + why).orElse("");
          case Trainer.Trouble.Parameter(var name) -> {
            goBack(step - 1);
            yield "the update made %s something else than finite numbers".formatted(name);
          }
        };
    states.save(step - 1, false);
    files.log("diverged at step %d: %s".formatted(step, reason));
    return end(Result.DIVERGED, step, record, List.of(), Optional.of(reason));
  }

  /// Makes the way to a step again, from the last saved state: an update cannot be taken back.
  private void goBack(int step) {
    Checkpoint last = files.checkpoint().orElseThrow();
    states.restore(last);
    for (int t = last.step(); t < step; t++) {
      trainer.step(t);
    }
  }

  /// The samples, unless they are there, and the end.
  private RunReport write(int step, MetricsRecord record, Optional<String> early) {
    if (sampled) {
      return end(Result.COMPLETE, step, record, files.samples(), early);
    }
    states.save(step, false);
    if (experiment.sample().isEmpty()) {
      return end(Result.COMPLETE, step, record, List.of(), early);
    }
    Optional<List<String>> samples;
    try {
      samples = sample(experiment.sample().get());
    } catch (RunException e) {
      files.log("no samples: " + e.getMessage());
      return end(
          Result.DIVERGED, step, record, List.of(), Optional.of(String.valueOf(e.getMessage())));
    }
    if (samples.isEmpty()) {
      return end(Result.INTERRUPTED, step, record, List.of(), Optional.empty());
    }
    files.samples(samples.get());
    origins.count(samples.get()).forEach((name, count) -> record.add(step, name, count));
    record.flush();
    states.save(step, true);
    return end(Result.COMPLETE, step, record, samples.get(), early);
  }

  private RunReport end(
      String status,
      int steps,
      MetricsRecord record,
      List<String> samples,
      Optional<String> reason) {
    record.end(status);
    return files.end(status, steps, record.metrics(), model, samples, reason);
  }

  private Optional<List<String>> sample(Sampling plan) {
    return new Sampler(
            (LanguageModel) model, setup.tokenizer().orElseThrow(), random.stream("sample"))
        .write(plan, "", written -> listener.sampled(written, plan.count()), stop);
  }
}
