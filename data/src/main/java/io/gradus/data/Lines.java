package io.gradus.data;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A text whose every line is a document: stripped, empty ones left out, shuffled once.
///
/// Lines that keep their breaks are those of Python's `readlines`: nothing is stripped, each ends
/// in a line feed, and where the text does not end in one, neither does its last line. Wherever the
/// shuffle puts that line, it runs into the one behind it once they are written down again.
@Doc("a text whose every line is a document")
public record Lines(
    @Doc("a corpus that gradus knows: given-names (built in), names, tinyshakespeare")
        Optional<String> corpus,
    @Doc("your own text in UTF-8, beside the experiment file or an absolute path")
        Optional<Path> file,
    @Doc("shuffle the lines once, from the stream data.order") @Default("true") boolean shuffle,
    @Doc("each line as it stands, with its line break, as Python's readlines gives it")
        @Default("false")
        boolean keepBreaks)
    implements DataSpec {
  public Lines {
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
    List<String> lines = new ArrayList<>((keepBreaks ? whole(text) : stripped(text)).toList());
    if (shuffle) {
      context.stream("data.order").shuffle(lines);
    }
    return new Texts(lines);
  }

  private static Stream<String> stripped(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty());
  }

  private static Stream<String> whole(String text) {
    boolean ends = text.endsWith("\n") || text.endsWith("\r");
    List<String> lines = text.lines().toList();
    Stream<String> complete = lines.stream().limit(lines.size() - 1).map(line -> line + "\n");
    return Stream.concat(complete, Stream.of(ends ? lines.getLast() + "\n" : lines.getLast()));
  }
}
