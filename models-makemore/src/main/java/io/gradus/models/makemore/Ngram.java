package io.gradus.models.makemore;

import static io.gradus.plugin.Require.require;

import io.gradus.data.Dataset;
import io.gradus.data.Documents;
import io.gradus.nn.CountedModel;
import io.gradus.nn.CountedSpec;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.List;

/// How often each token follows the n - 1 before it: `p(b | c) = (n_cb + s) / Σ_b (n_cb + s)`.
///
/// With n = 2 these are the numbers of [BigramCounts], which is the one to read first. What more
/// tokens bring, and how many contexts are then never seen: Jurafsky & Martin, *Speech and Language
/// Processing*, chapter 3.
@Doc("how often each token follows the tokens before it, counted")
public record Ngram(
    @Doc("tokens of an n-gram: those looked at and the one after them") int length,
    @Doc("added to every count before dividing; 0 trusts the counts") @Default("0.0")
        double smoothing)
    implements CountedSpec {
  public Ngram {
    require(length >= 1, "length = %d must be at least 1", length);
    requireSmoothing(smoothing);
  }

  static void requireSmoothing(double smoothing) {
    require(
        Double.isFinite(smoothing) && smoothing >= 0,
        "smoothing = %s must be at least 0",
        smoothing);
  }

  @Override
  public CountedModel count(Dataset data) {
    Grams grams = Grams.of(data, length, "ngram");
    GramTable table = GramTable.empty(grams);
    grams.read((Documents) data, table::add);
    return new GramModel(
        grams,
        List.of(table.slice("counts")),
        (context, after) -> table.probability(context, after, smoothing));
  }
}
