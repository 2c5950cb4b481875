package io.gradus.experiments.run;

import io.gradus.data.Documents;
import io.gradus.data.Form;
import io.gradus.data.Tokenizer;
import io.gradus.data.TokenizerSpec;
import io.gradus.experiments.Experiment;
import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.Loaded;
import io.gradus.experiments.Randomness;
import io.gradus.experiments.Sampling;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Model;
import io.gradus.random.Generator;
import io.gradus.random.Streams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A run that has a checkpoint, read back to write more.
public final class FinishedRun {
  private static final String STREAM = "sample";

  private final Loaded loaded;
  private final Checkpoint checkpoint;

  private FinishedRun(Loaded loaded, Checkpoint checkpoint) {
    this.loaded = loaded;
    this.checkpoint = checkpoint;
  }

  /// Reads the run in a folder.
  public static FinishedRun open(Path folder, ExperimentLoader loader) {
    Path file = folder.resolve(RunDirectory.EXPERIMENT);
    if (!Files.isRegularFile(file)) {
      throw new SetupException(folder + " is not the folder of a run: it has no experiment.yaml");
    }
    Path checkpoint = folder.resolve(Checkpoint.FILE);
    if (!Files.isRegularFile(checkpoint)) {
      throw new SetupException(folder + " has no " + Checkpoint.FILE);
    }
    return new FinishedRun(RecordedExperiment.load(folder, loader), Checkpoint.read(checkpoint));
  }

  /// What the experiment itself says about sampling.
  public Sampling sampling() {
    Optional<Sampling> plan =
        switch (loaded.experiment()) {
          case Experiment.Trained trained -> trained.sample();
          case Experiment.Counted counted -> counted.sample();
          case Experiment.Traced _ -> Optional.empty();
        };
    return plan.orElse(Sampling.of(20));
  }

  /// Documents by the model: the continuation of what the run itself wrote, or, with a seed,
  /// others.
  public List<String> write(Sampling plan, String prompt, Optional<Long> seed) {
    return switch (loaded.experiment()) {
      case Experiment.Trained trained -> {
        Streams random = trained.random().streams(trained.seed());
        Tokenizer tokenizer = tokenizer(trained.tokenizer());
        Model model = Models.build(loaded, trained, form(trained, tokenizer), random);
        yield write(model, tokenizer, random, trained.random(), plan, prompt, seed);
      }
      case Experiment.Counted counted -> {
        Streams random = counted.random().streams(counted.seed());
        Tokenizer tokenizer = tokenizer(counted.tokenizer());
        Model model = Models.empty(counted, tokenizer.form());
        yield write(model, tokenizer, random, counted.random(), plan, prompt, seed);
      }
      case Experiment.Traced _ -> throw new SetupException("a traced experiment writes no text");
    };
  }

  /// What the model was built for.
  static Form form(Experiment.Trained experiment, Tokenizer tokenizer) {
    Form.Tokens tokens = tokenizer.form();
    return experiment
        .examples()
        .<Form>map(examples -> examples.cut(new Documents(tokens, List.of())).form())
        .orElse(tokens);
  }

  private List<String> write(
      Model model,
      Tokenizer tokenizer,
      Streams random,
      Randomness randomness,
      Sampling plan,
      String prompt,
      Optional<Long> seed) {
    if (!(model instanceof LanguageModel writer)) {
      throw new SetupException("this model writes no text");
    }
    checkpoint.restore(model);
    checkpoint.restore(random);
    Generator generator =
        seed.map(root -> draws(randomness, root)).orElseGet(() -> random.stream(STREAM));
    return new Sampler(writer, tokenizer, generator)
        .write(plan, prompt, _ -> {}, () -> false)
        .orElseThrow();
  }

  /// The sampling stream of another root seed, also where the experiment gives it a seed of its
  /// own.
  private static Generator draws(Randomness randomness, long seed) {
    return switch (randomness) {
      case Randomness.Each each when each.streams().containsKey(STREAM) ->
          each.streams().get(STREAM).generator().generator(seed);
      case Randomness.Each _, Randomness.One _ -> randomness.streams(seed).stream(STREAM);
    };
  }

  private Tokenizer tokenizer(Optional<TokenizerSpec> spec) {
    if (spec.isEmpty() || checkpoint.tokenizer().isEmpty()) {
      throw new SetupException("this model writes no text");
    }
    return spec.get().restore(checkpoint.tokenizer().get());
  }
}
