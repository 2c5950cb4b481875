package io.gradus.models.makemore;

import static io.gradus.plugin.Require.require;

import io.gradus.data.Dataset;
import io.gradus.data.Documents;
import io.gradus.nn.CountedModel;
import io.gradus.nn.CountedSpec;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.ArrayList;
import java.util.List;

/// The longest context that was seen often enough decides: `p(b | c) = (n_kb + s) / Σ_b (n_kb +
/// s)`, where k is the largest of 1 .. n whose last k - 1 tokens were seen more than t times.
///
/// Where even single tokens were not seen more than t times, they decide all the same. The tables
/// of all lengths are counted from the same n-grams. The probabilities sum to 1, so that the loss
/// compares with that of other models; nothing is discounted, as Katz (1987) does. It is the
/// backoff model that stands unused in EurekaLabsAI's ngram.py.
@Doc("the longest context seen often enough decides, counted")
public record NgramBackoff(
    @Doc("tokens of the longest n-gram: those looked at and the one after them") int length,
    @Doc("added to every count before dividing; 0 trusts the counts") @Default("0.0")
        double smoothing,
    @Doc("a context decides if it was seen more often than this") @Default("0") int threshold)
    implements CountedSpec {
  public NgramBackoff {
    require(length >= 1, "length = %d must be at least 1", length);
    Ngram.requireSmoothing(smoothing);
    require(threshold >= 0, "threshold = %d must be at least 0", threshold);
  }

  @Override
  public CountedModel count(Dataset data) {
    Grams grams = Grams.of(data, length, "ngram-backoff");
    List<GramTable> tables = new ArrayList<>(); // of n-grams, ..., 2-grams, 1-grams
    for (int k = length; k >= 1; k--) { // the largest first: it may be refused
      tables.add(GramTable.empty(new Grams(grams.form(), k)));
    }
    grams.read(
        (Documents) data,
        (context, after) -> tables.forEach(table -> table.add(table.ending(context), after)));
    return new GramModel(
        grams,
        tables.stream().map(table -> table.slice("counts." + table.grams().length())).toList(),
        (context, after) -> {
          GramTable table = deciding(tables, context);
          return table.probability(table.ending(context), after, smoothing);
        });
  }

  private GramTable deciding(List<GramTable> tables, int context) {
    for (GramTable table : tables) {
      if (table.seen(table.ending(context)) > threshold) {
        return table;
      }
    }
    return tables.getLast();
  }
}
