package io.gradus.data;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Documents of random tokens, each equally likely: nothing to learn, for timing and trying.
@Doc("documents of random tokens: nothing to learn, for timing and trying; needs no tokenizer")
public record RandomTokens(
    @Doc("how many tokens there are, 0 among them") int vocabulary,
    @Doc("how many documents") @Default("1") int documents,
    @Doc("tokens of each document") int length,
    @Doc("whether token 0 marks the ends of a document; it is then none of its tokens")
        @Default("false")
        boolean boundary)
    implements DataSpec {
  public RandomTokens {
    require(vocabulary >= 2, "vocabulary = %d must be at least 2", vocabulary);
    require(documents >= 1, "documents = %d must be at least 1", documents);
    require(length >= 1, "length = %d must be at least 1", length);
    require(
        (long) documents * length <= 100_000_000,
        "length = %d times documents = %d is more than 100,000,000 tokens",
        length,
        documents);
  }

  @Override
  public Documents load(DataContext context) {
    Generator generator = context.stream("data");
    int first = boundary ? 1 : 0;
    List<int[]> all =
        Stream.generate(
                () -> {
                  int[] document = new int[length];
                  Arrays.setAll(document, _ -> first + generator.below(vocabulary - first));
                  return document;
                })
            .limit(documents)
            .toList();
    return new Documents(
        new Form.Tokens(vocabulary, boundary ? OptionalInt.of(0) : OptionalInt.empty()), all);
  }
}
