package io.gradus.experiments.run;

import io.gradus.data.Dataset;
import io.gradus.data.Documents;
import io.gradus.data.Form;
import io.gradus.data.Library;
import io.gradus.data.Tokenizer;
import io.gradus.experiments.Experiment;
import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.Loaded;
import io.gradus.nn.Model;
import io.gradus.random.Streams;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The model of a run as its last checkpoint left it, to be looked at.
///
/// @param model with the numbers of then
/// @param tokenizer that it reads and writes with, where it does
/// @param examples what it learned from; empty where it reads with a tokenizer, which needs no data
public record RestoredModel(
    Path folder,
    Experiment experiment,
    Model model,
    Form form,
    Optional<Tokenizer> tokenizer,
    Optional<Dataset> examples) {

  /// Builds the model of the run in a folder and puts its numbers back; a [SetupException] says why
  /// there is none.
  public static RestoredModel open(Path folder, ExperimentLoader loader, Library library) {
    Checkpoint checkpoint = Checkpoint.in(folder);
    Loaded loaded = RecordedExperiment.load(folder, loader);
    RestoredModel restored =
        switch (loaded.experiment()) {
          case Experiment.Trained trained ->
              trained.tokenizer().isPresent() && checkpoint.tokenizer().isPresent()
                  ? reading(folder, loaded, trained, checkpoint)
                  : ofData(folder, loaded, trained, library);
          case Experiment.Counted counted -> counted(folder, counted, checkpoint, library);
          case Experiment.Traced _ ->
              throw new SetupException(
                  "%s computes an expression and has no model of parameters".formatted(folder));
        };
    checkpoint.restore(restored.model);
    return restored;
  }

  private static RestoredModel reading(
      Path folder, Loaded loaded, Experiment.Trained trained, Checkpoint checkpoint) {
    Tokenizer tokenizer =
        trained.tokenizer().orElseThrow().restore(checkpoint.tokenizer().orElseThrow());
    Form form = FinishedRun.form(trained, tokenizer);
    Model model = Models.build(loaded, trained, form, trained.random().streams(trained.seed()));
    return new RestoredModel(
        folder, trained, model, form, Optional.of(tokenizer), Optional.empty());
  }

  private static RestoredModel ofData(
      Path folder, Loaded loaded, Experiment.Trained trained, Library library) {
    Streams random = trained.random().streams(trained.seed());
    Dataset examples = Setup.load(trained, library, random).parts(trained).train();
    Model model = Models.build(loaded, trained, examples.form(), random);
    return new RestoredModel(
        folder, trained, model, examples.form(), Optional.empty(), Optional.of(examples));
  }

  private static RestoredModel counted(
      Path folder, Experiment.Counted counted, Checkpoint checkpoint, Library library) {
    Optional<Tokenizer> tokenizer =
        counted
            .tokenizer()
            .flatMap(spec -> checkpoint.tokenizer().map(learned -> spec.restore(learned)));
    Form.Tokens form =
        tokenizer
            .map(Tokenizer::form)
            .orElseGet(() -> {
              Streams random = counted.random().streams(counted.seed());
              Dataset data =
                  Setup.load(counted.data(), counted.tokenizer(), library, random).dataset();
              if (data instanceof Documents documents) {
                return documents.form();
              }
              throw new SetupException("what was counted are no documents in " + folder);
            });
    return new RestoredModel(
        folder, counted, Models.empty(counted, form), form, tokenizer, Optional.empty());
  }

  /// The tokens that it reads; empty where it reads none.
  public Optional<Form.Tokens> tokens() {
    return switch (form) {
      case Form.Tokens tokens -> Optional.of(tokens);
      case Form.Sequences sequences -> Optional.of(sequences.tokens());
      case Form.Features _, Form.Text _ -> Optional.empty();
    };
  }

  /// What stands for each of its tokens in a figure, in their order.
  public List<String> labels() {
    Form.Tokens tokens =
        tokens()
            .orElseThrow(() ->
                new SetupException(
                    "the model of %s reads %s, not tokens".formatted(folder, form.inWords())));
    return new TokenLabels(tokens, tokenizer).all();
  }
}
