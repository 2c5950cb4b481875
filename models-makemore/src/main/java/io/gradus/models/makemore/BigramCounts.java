package io.gradus.models.makemore;

import static io.gradus.plugin.Require.require;

import io.gradus.data.Dataset;
import io.gradus.data.Documents;
import io.gradus.data.Form;
import io.gradus.nn.ArraySlice;
import io.gradus.nn.CountedModel;
import io.gradus.nn.CountedSpec;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Outcome;
import io.gradus.nn.Slice;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.Arrays;
import java.util.List;

/// How often each token follows each other: `p(b | a) = (n_ab + s) / Σ_b (n_ab + s)`.
@Doc("how often each token follows each other, counted")
public record BigramCounts(
    @Doc("added to every count before dividing; 0 trusts the counts") @Default("0.0")
        double smoothing)
    implements CountedSpec {
  /// A table of 128 MB.
  private static final int MOST_TOKENS = 4000;

  public BigramCounts {
    require(
        Double.isFinite(smoothing) && smoothing >= 0,
        "smoothing = %s must be at least 0",
        smoothing);
  }

  @Override
  public CountedModel count(Dataset data) {
    if (!(data instanceof Documents documents)) {
      throw new IllegalArgumentException(
          "bigram-counts counts documents, not " + data.form().inWords());
    }
    int v = documents.form().vocabulary();
    require(v <= MOST_TOKENS, "a table for %,d tokens is too large; at most %,d", v, MOST_TOKENS);
    double[] counts = new double[v * v]; // (V, V): before, after
    for (int[] document : documents.documents()) {
      int before = documents.form().boundary();
      for (int token : document) {
        counts[before * v + token]++;
        before = token;
      }
      counts[before * v + documents.form().boundary()]++;
    }
    return new Table(documents.form(), counts, smoothing);
  }

  /// The counts (V, V) of token after token.
  private record Table(Form.Tokens form, double[] counts, double smoothing)
      implements CountedModel, LanguageModel {
    @Override
    public List<Slice> parameters() {
      int v = form.vocabulary();
      return List.of(new ArraySlice("counts", new int[] {v, v}, counts));
    }

    @Override
    public Outcome evaluate(Dataset data) {
      double[] logs = logs();
      int v = form.vocabulary();
      double sum = 0;
      long pairs = 0;
      for (int[] document : ((Documents) data).documents()) {
        int before = form.boundary();
        for (int token : document) {
          sum -= logs[before * v + token];
          before = token;
        }
        sum -= logs[before * v + form.boundary()];
        pairs += document.length + 1;
      }
      return Outcome.of(sum / pairs);
    }

    @Override
    public int context() {
      return Integer.MAX_VALUE;
    }

    @Override
    public Reading read() {
      double[] logs = logs();
      int v = form.vocabulary();
      return token -> Arrays.copyOfRange(logs, token * v, (token + 1) * v);
    }

    /// `ln p(after | before)`, (V, V); -∞ for what never happened.
    private double[] logs() {
      int v = form.vocabulary();
      double[] logs = new double[v * v];
      for (int before = 0; before < v; before++) {
        double total = 0;
        for (int after = 0; after < v; after++) {
          total += counts[before * v + after] + smoothing;
        }
        for (int after = 0; after < v; after++) {
          double count = counts[before * v + after] + smoothing;
          // where nothing was seen at all, nothing is likely
          logs[before * v + after] = StrictMath.log(count == 0 ? 0 : count / total);
        }
      }
      return logs;
    }
  }
}
