package io.gradus.data;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Doc;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A text as one document, every line break in it a character.
@Doc("a text as one document, every line break in it a character")
public record RunningText(
    @Doc("a corpus that gradus knows: given-names (built in), names, tinyshakespeare")
        Optional<String> corpus,
    @Doc("your own text in UTF-8, beside the experiment file or an absolute path")
        Optional<Path> file)
    implements DataSpec {
  public RunningText {
    require(corpus.isPresent() != file.isPresent(), "give either corpus or file");
    corpus.ifPresent(Corpora::known);
  }

  @Override
  public Texts load(DataContext context) {
    String text = corpus.map(context::corpus).orElseGet(() -> context.file(file.orElseThrow()));
    if (text.isBlank()) {
      throw new DataException(
          "%s holds no text".formatted(corpus.or(() -> file.map(Path::toString)).orElseThrow()));
    }
    return new Texts(List.of(text));
  }
}
