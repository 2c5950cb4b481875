package io.gradus.experiments;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.random.Choice;
import java.util.Optional;

/// How many documents a language model writes, and how boldly.
@Doc("how many documents a language model writes, and how boldly")
public record Sampling(
    @Doc("how many documents") @Default("20") int count,
    @Doc("scores are divided by it: below 1 bolder, above 1 wilder") @Default("1.0")
        double temperature,
    @Doc("only the k likeliest tokens may follow") Optional<Integer> topK,
    @Doc("the most tokens of a document; 500 of running text, else what the model allows")
        Optional<Integer> length,
    @Doc("how the next token is drawn: standard, or as torch.multinomial did or does")
        @Default("standard")
        Choice sampler) {
  public Sampling {
    require(count >= 0 && count <= 1_000_000, "count = %d is outside 0..1000000", count);
    require(
        Double.isFinite(temperature) && temperature > 0,
        "temperature = %s must be above 0",
        temperature);
    require(
        length.orElse(1) >= 1 && length.orElse(1) <= 10_000_000,
        "length = %d is outside 1..10000000",
        length.orElse(1));
    require(topK.orElse(1) >= 1, "top-k = %d must be at least 1", topK.orElse(1));
  }

  /// So many documents, as bold as the model is, to the length that it allows.
  public static Sampling of(int count) {
    return new Sampling(count, 1, Optional.empty(), Optional.empty(), Choice.STANDARD);
  }
}
