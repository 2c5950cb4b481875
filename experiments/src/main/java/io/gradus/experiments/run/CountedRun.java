package io.gradus.experiments.run;

import io.gradus.data.Library;
import io.gradus.data.Tokenizer;
import io.gradus.experiments.Experiment;
import io.gradus.nn.CountedModel;
import io.gradus.nn.LanguageModel;
import io.gradus.random.Streams;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/// One pass over the data that counts.
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
    Setup setup = Setup.load(experiment.data(), experiment.tokenizer(), library, random);
    CountedModel model = Models.count(experiment, setup.dataset());
    files.begin(setup.files());
    long parameters = model.parameters().stream().mapToLong(slice -> slice.size()).sum();
    listener.started(files.target(), setup.dataset().size(), parameters, 0);
    var metrics = new Metrics();
    try (MetricsLog log = MetricsLog.open(files.folder(), 0, metrics::add)) {
      var loss = new Metrics.Point(1, "train/loss", model.evaluate(setup.dataset()).loss());
      metrics.add(loss);
      log.write(loss);
    } catch (IOException e) {
      throw RunDirectory.cannotWrite(files.folder().resolve(MetricsLog.FILE), e);
    }
    Optional<List<String>> samples = sample(model, setup, random);
    if (samples.isPresent()) {
      files.save(
          Checkpoint.of(
              1, true, setup.tokenizer().map(Tokenizer::learned), model, new TreeMap<>(), random),
          Checkpoint.FILE);
    }
    return files.end(
        samples.isPresent() ? Result.COMPLETE : Result.INTERRUPTED,
        1,
        metrics,
        model,
        samples.orElse(List.of()),
        Optional.empty());
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
