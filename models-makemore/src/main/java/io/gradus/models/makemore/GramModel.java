package io.gradus.models.makemore;

import io.gradus.data.Dataset;
import io.gradus.data.Documents;
import io.gradus.nn.CountedModel;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Outcome;
import io.gradus.nn.Slice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A model that looks at the last n - 1 tokens, whatever it makes of them.
///
/// @param grams the n-grams that it was counted from
/// @param parameters its counts
/// @param likelihood of a token after a context
record GramModel(Grams grams, List<Slice> parameters, Likelihood likelihood)
    implements CountedModel, LanguageModel {
  GramModel {
    parameters = List.copyOf(parameters);
  }

  /// How likely a token is after a context.
  @FunctionalInterface
  interface Likelihood {
    double of(int context, int after);
  }

  /// The mean surprise `-ln p` of each token, and its exponential: the perplexity.
  @Override
  public Outcome evaluate(Dataset data) {
    var surprise =
        new Object() {
          double sum;
          long tokens;
        };
    grams.read(
        (Documents) data,
        (context, after) -> {
          surprise.sum -= StrictMath.log(likelihood.of(context, after));
          surprise.tokens++;
        });
    double loss = surprise.sum / surprise.tokens;
    return new Outcome(loss, new TreeMap<>(Map.of("perplexity", StrictMath.exp(loss))));
  }

  @Override
  public int context() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Reading read() {
    return new Reading() {
      private int seen = grams.opening();

      @Override
      public double[] next(int token) {
        seen = grams.next(seen, token);
        double[] logs = new double[grams.form().vocabulary()];
        for (int after = 0; after < logs.length; after++) {
          logs[after] = StrictMath.log(likelihood.of(seen, after));
        }
        return logs;
      }
    };
  }
}
