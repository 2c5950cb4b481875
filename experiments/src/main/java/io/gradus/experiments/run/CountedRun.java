package io.gradus.experiments.run;

import io.gradus.data.Dataset;
import io.gradus.data.Library;
import io.gradus.data.Split;
import io.gradus.data.Tokenizer;
import io.gradus.experiments.Experiment;
import io.gradus.nn.CountedModel;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Outcome;
import io.gradus.random.Streams;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/// One pass over the data that counts, and what the counts are worth on every part.
final class CountedRun {
  private final Experiment.Counted experiment;
  private final RunFiles files;
  private final Library library;
  private final RunListener listener;
  private final BooleanSupplier stop;

  CountedRun(
      Experiment.Counted experiment,
      RunFiles files,
      Library library,
      RunListener listener,
      BooleanSupplier stop) {
    this.experiment = experiment;
    this.files = files;
    this.library = library;
    this.listener = listener;
    this.stop = stop;
  }

  RunReport run() {
    Streams random = experiment.random().streams(experiment.seed());
    Setup setup = Setup.load(experiment, library, random);
    Split.Parts parts = setup.parts(experiment);
    CountedModel model = Models.count(experiment, parts.train());
    files.begin(setup.files());
    long parameters = model.parameters().stream().mapToLong(slice -> slice.size()).sum();
    listener.started(files.target(), parts.train().size(), parameters, 0);
    try (Trackers trackers = Trackers.open(experiment.trackers(), files.folder(), 0, this::warn);
        var record = new MetricsRecord(files.folder(), 0, trackers)) {
      evaluate(model, parts, record);
      record.flush();
      Optional<List<String>> samples = sample(model, setup, random);
      if (samples.isPresent()) {
        files.save(
            Checkpoint.of(
                1, true, setup.tokenizer().map(Tokenizer::learned), model, new TreeMap<>(), random),
            Checkpoint.FILE);
      }
      String status = samples.isPresent() ? Result.COMPLETE : Result.INTERRUPTED;
      record.end(status);
      return files.end(
          status, 1, record.metrics(), model, samples.orElse(List.of()), Optional.empty());
    }
  }

  private void evaluate(CountedModel model, Split.Parts parts, MetricsRecord record) {
    evaluate(model, "train", parts.train(), record);
    parts.validation().ifPresent(part -> evaluate(model, "validation", part, record));
    parts.test().ifPresent(part -> evaluate(model, "test", part, record));
  }

  private void evaluate(CountedModel model, String part, Dataset data, MetricsRecord record) {
    Outcome outcome = model.evaluate(data);
    record.add(1, part, "loss", outcome);
    listener.evaluated(1, part, outcome);
  }

  private void warn(String message) {
    files.log(message);
    listener.warned(message);
  }

  private Optional<List<String>> sample(CountedModel model, Setup setup, Streams random) {
    if (experiment.sample().isEmpty()) {
      return Optional.of(List.of());
    }
    var plan = experiment.sample().get();
    Optional<List<String>> samples =
        new Sampler((LanguageModel) model, setup.tokenizer().orElseThrow(), random.stream("sample"))
            .write(plan, "", written -> listener.sampled(written, plan.count()), stop);
    samples.ifPresent(files::samples);
    return samples;
  }
}
