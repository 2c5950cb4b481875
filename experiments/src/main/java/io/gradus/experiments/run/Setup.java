package io.gradus.experiments.run;

import io.gradus.data.DataContext;
import io.gradus.data.DataSpec;
import io.gradus.data.Dataset;
import io.gradus.data.Documents;
import io.gradus.data.ExamplesSpec;
import io.gradus.data.Library;
import io.gradus.data.Split;
import io.gradus.data.Texts;
import io.gradus.data.Tokenizer;
import io.gradus.data.TokenizerSpec;
import io.gradus.experiments.Experiment;
import io.gradus.random.Generator;
import io.gradus.random.Streams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The data of an experiment, loaded, and what was read for them.
///
/// @param dataset tokenized, where there is a tokenizer
/// @param tokenizer fitted to the data
/// @param files every text that was read
public record Setup(
    Dataset dataset, Optional<Tokenizer> tokenizer, List<Provenance.DataFile> files) {
  /// The parts that a model learns from and that are held back, cut into the examples it needs.
  public Split.Parts parts(Experiment.Trained experiment) {
    return parts(experiment.split(), experiment.examples());
  }

  /// The parts that are counted and that are held back.
  public Split.Parts parts(Experiment.Counted experiment) {
    return parts(experiment.split(), Optional.empty());
  }

  private Split.Parts parts(Optional<Split> perhaps, Optional<ExamplesSpec> needed) {
    try {
      Split.Parts parts = whole(perhaps);
      return needed.map(examples -> cut(parts, examples)).orElse(parts);
    } catch (IllegalArgumentException e) {
      throw new SetupException(String.valueOf(e.getMessage()));
    }
  }

  private Split.Parts whole(Optional<Split> perhaps) {
    try {
      return perhaps
          .map(split -> split.cut(dataset))
          .orElseGet(() -> new Split.Parts(dataset, Optional.empty(), Optional.empty()));
    } catch (IllegalArgumentException e) {
      throw new SetupException("split: " + e.getMessage());
    }
  }

  /// Where samples may stand already, once there are parts.
  SampleOrigins origins(Experiment.Trained experiment) {
    boolean documents = dataset instanceof Documents && dataset.size() > 1;
    return documents && experiment.sample().isPresent() && tokenizer.isPresent()
        ? SampleOrigins.of(whole(experiment.split()), tokenizer.get())
        : SampleOrigins.none();
  }

  private static Split.Parts cut(Split.Parts parts, ExamplesSpec examples) {
    return new Split.Parts(
        cut(parts.train(), examples),
        parts.validation().map(part -> cut(part, examples)),
        parts.test().map(part -> cut(part, examples)));
  }

  private static Dataset cut(Dataset part, ExamplesSpec examples) {
    if (part instanceof Documents documents) {
      return examples.cut(documents);
    }
    throw new IllegalArgumentException(
        "examples: they are cut out of documents, not out of " + part.form().inWords());
  }

  /// The data of an experiment with a model that is fitted.
  public static Setup load(Experiment.Trained experiment, Library library, Streams random) {
    return load(experiment.data(), experiment.tokenizer(), library, random);
  }

  /// The data of an experiment with a model that is counted.
  static Setup load(Experiment.Counted experiment, Library library, Streams random) {
    return load(experiment.data(), experiment.tokenizer(), library, random);
  }

  static Setup load(DataSpec data, Optional<TokenizerSpec> spec, Library library, Streams random) {
    var context = new Context(library, random);
    Dataset dataset = data.load(context);
    if (!(dataset instanceof Texts texts)) {
      if (spec.isPresent()) {
        throw new SetupException(
            "tokenizer: these data are %s; only text is tokenized"
                .formatted(dataset.form().inWords()));
      }
      return new Setup(dataset, Optional.empty(), context.files);
    }
    if (spec.isEmpty()) {
      throw new SetupException("tokenizer: text needs one, such as {type: characters}");
    }
    Tokenizer tokenizer = spec.get().fit(texts);
    return new Setup(tokenizer.read(texts), Optional.of(tokenizer), context.files);
  }

  private record Context(Library library, Streams random, List<Provenance.DataFile> files)
      implements DataContext {
    Context(Library library, Streams random) {
      this(library, random, new ArrayList<>());
    }

    @Override
    public String corpus(String name) {
      return noted(library.corpus(name));
    }

    @Override
    public String file(Path file) {
      return noted(library.file(file));
    }

    @Override
    public Generator stream(String name) {
      return random.stream(name);
    }

    private String noted(Library.Text text) {
      files.add(Provenance.DataFile.of(text));
      return text.content();
    }
  }
}
