package io.gradus.experiments.run;

import io.gradus.data.DataContext;
import io.gradus.data.DataSpec;
import io.gradus.data.Dataset;
import io.gradus.data.Library;
import io.gradus.data.Texts;
import io.gradus.data.Tokenizer;
import io.gradus.data.TokenizerSpec;
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
record Setup(Dataset dataset, Optional<Tokenizer> tokenizer, List<Provenance.DataFile> files) {
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
