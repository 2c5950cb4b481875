package io.gradus.experiments;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.Optional;

/// How many documents a language model writes, and how boldly.
@Doc("how many documents a language model writes, and how boldly")
public record Sampling(
    @Doc("how many documents") @Default("20") int count,
    @Doc("scores are divided by it: below 1 bolder, above 1 wilder") @Default("1.0")
        double temperature,
    @Doc("only the k likeliest tokens may follow") Optional<Integer> topK) {
  public Sampling {
    require(count >= 0 && count <= 1_000_000, "count = %d is outside 0..1000000", count);
    require(
        Double.isFinite(temperature) && temperature > 0,
        "temperature = %s must be above 0",
        temperature);
    require(topK.orElse(1) >= 1, "top-k = %d must be at least 1", topK.orElse(1));
  }
}
