package io.gradus.models.makemore;

import io.gradus.data.Characters;
import io.gradus.data.Documents;
import io.gradus.data.Texts;
import io.gradus.data.Tokenizer;
import io.gradus.random.Algorithm;
import io.gradus.random.Source;
import io.gradus.random.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// The three parts of the names as EurekaLabsAI's ngram cuts them: 1000 lines to test, 1000 to
/// validate, the rest to count, each with its line break; a break is token 0.
record EurekaNames(Documents test, Documents validation, Documents train) {
  static EurekaNames read() throws IOException {
    String text = Files.readString(NeededFile.shared("data/names.txt"));
    List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
    Streams.shared(new Source(Algorithm.CPYTHON, 42)).stream("data.order").shuffle(lines);
    Texts all = new Texts(lines);
    Tokenizer tokenizer = new Characters(Characters.Boundary.NONE).fit(all);
    return new EurekaNames(
        tokenizer.read((Texts) all.range(0, 1000)),
        tokenizer.read((Texts) all.range(1000, 2000)),
        tokenizer.read((Texts) all.range(2000, all.size())));
  }
}
