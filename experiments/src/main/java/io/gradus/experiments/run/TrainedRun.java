package io.gradus.experiments.run;

import io.gradus.data.Library;
import io.gradus.data.Tokenizer;
import io.gradus.experiments.Experiment;
import io.gradus.experiments.Sampling;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Outcome;
import io.gradus.nn.TrainedModel;
import io.gradus.random.Streams;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// One training, from the first step or from a checkpoint to the end or to an interruption.
final class TrainedRun {
  /// How often a long training saves its state, so that a killed one loses little. It costs a few
  /// milliseconds and changes no number.
  private static final long CHECKPOINT_NANOS = 60_000_000_000L;

  private final Experiment.Trained experiment;
  private final RunFiles files;
  private final Telemetry telemetry;
  private final RunListener listener;
  private final BooleanSupplier stop;
  private final Streams random;
  private final Setup setup;
  private final TrainedModel model;
  private final Trainer trainer;
  private final Metrics metrics = new Metrics();
  private boolean sampled;

  TrainedRun(
      Experiment.Trained experiment,
      RunFiles files,
      Library library,
      Telemetry telemetry,
      RunListener listener,
      BooleanSupplier stop) {
    this.experiment = experiment;
    this.files = files;
    this.telemetry = telemetry;
    this.listener = listener;
    this.stop = stop;
    this.random = experiment.random().streams(experiment.seed());
    this.setup = Setup.load(experiment.data(), experiment.tokenizer(), library, random);
    this.model = Models.build(experiment, setup.dataset().form(), random);
    this.trainer = new Trainer(model, setup.dataset(), experiment.optimizer(), experiment.train());
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
    long parameters = model.parameters().stream().mapToLong(slice -> slice.size()).sum();
    listener.started(files.target(), setup.dataset().size(), parameters, step);
    try (MetricsLog log = MetricsLog.open(files.folder(), step, metrics::add)) {
      return train(step, log);
    } catch (IOException e) {
      throw RunDirectory.cannotWrite(files.folder().resolve(MetricsLog.FILE), e);
    }
  }

  private int restore(Checkpoint checkpoint) {
    files.requireSameData(setup.files());
    checkpoint.restore(model);
    checkpoint.restore(trainer.optimizer().memory());
    checkpoint.restore(random);
    sampled = checkpoint.sampled();
    files.log("resumed after step " + checkpoint.step());
    return checkpoint.step();
  }

  private RunReport train(int first, MetricsLog log) throws IOException {
    long saved = System.nanoTime();
    for (int t = first; t < trainer.steps(); t++) {
      if (stop.getAsBoolean()) {
        log.flush();
        save(t, false);
        return end(Result.INTERRUPTED, t, List.of());
      }
      int update = t;
      Outcome outcome = telemetry.time(() -> trainer.step(update));
      record(t + 1, outcome, log);
      if (!Double.isFinite(outcome.loss())) {
        log.flush();
        return end(Result.DIVERGED, t + 1, List.of());
      }
      listener.stepped(t + 1, trainer.steps(), outcome);
      if (System.nanoTime() - saved > CHECKPOINT_NANOS) {
        log.flush();
        save(t + 1, false);
        saved = System.nanoTime();
      }
    }
    log.flush();
    return write();
  }

  /// The samples, unless they are there, and the end.
  private RunReport write() {
    if (sampled) {
      return end(Result.COMPLETE, trainer.steps(), files.samples());
    }
    save(trainer.steps(), false);
    if (experiment.sample().isEmpty()) {
      return end(Result.COMPLETE, trainer.steps(), List.of());
    }
    Optional<List<String>> samples;
    try {
      samples = sample(experiment.sample().get());
    } catch (RunException e) {
      files.log("no samples: " + e.getMessage());
      return end(Result.DIVERGED, trainer.steps(), List.of());
    }
    if (samples.isEmpty()) {
      return end(Result.INTERRUPTED, trainer.steps(), List.of());
    }
    files.samples(samples.get());
    save(trainer.steps(), true);
    return end(Result.COMPLETE, trainer.steps(), samples.get());
  }

  private RunReport end(String status, int steps, List<String> samples) {
    return files.end(
        status, steps, metrics, model.parameters(), List.of(), samples, Optional.empty());
  }

  private void record(int step, Outcome outcome, MetricsLog log) throws IOException {
    record(new Metrics.Point(step, "train/loss", outcome.loss()), log);
    for (var other : outcome.others().entrySet()) {
      record(new Metrics.Point(step, "train/" + other.getKey(), other.getValue()), log);
    }
  }

  private void record(Metrics.Point point, MetricsLog log) throws IOException {
    metrics.add(point);
    log.write(point);
  }

  private Optional<List<String>> sample(Sampling plan) {
    return new Sampler(
            (LanguageModel) model, setup.tokenizer().orElseThrow(), random.stream("sample"))
        .write(plan, "", written -> listener.sampled(written, plan.count()), stop);
  }

  private void save(int step, boolean withSamples) {
    files.save(
        Checkpoint.of(
            step,
            withSamples,
            setup.tokenizer().map(Tokenizer::learned),
            model,
            trainer.optimizer().memory(),
            random));
  }
}
