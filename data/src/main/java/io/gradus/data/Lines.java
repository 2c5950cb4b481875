package io.gradus.data;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A text whose every line is a document: stripped, empty ones left out, shuffled once.
@Doc("a text whose every line is a document")
public record Lines(
    @Doc("a corpus that gradus knows: given-names (built in), names, tinyshakespeare")
        Optional<String> corpus,
    @Doc("your own text in UTF-8, beside the experiment file or an absolute path")
        Optional<Path> file,
    @Doc("shuffle the lines once, from the stream data.order") @Default("true") boolean shuffle)
    implements DataSpec {
  public Lines {
    require(corpus.isPresent() != file.isPresent(), "give either corpus or file");
    corpus.ifPresent(Corpora::known);
  }

  @Override
  public Texts load(DataContext context) {
    String text = corpus.map(context::corpus).orElseGet(() -> context.file(file.orElseThrow()));
    List<String> lines =
        new ArrayList<>(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    if (lines.isEmpty()) {
      throw new DataException(
          "%s holds no text".formatted(corpus.or(() -> file.map(Path::toString)).orElseThrow()));
    }
    if (shuffle) {
      context.stream("data.order").shuffle(lines);
    }
    return new Texts(lines);
  }
}
