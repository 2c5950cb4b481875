package io.gradus.models.makemore;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.ArraySlice;
import io.gradus.nn.Slice;
import java.util.Arrays;

/// How often each token follows each context: `(V, ..., V)`, n axes, the last for the token after.
///
/// @param grams whose counts they are
/// @param counts in row-major order, V for each context
record GramTable(Grams grams, double[] counts) {
  /// A table of 128 MB.
  private static final int MOST = 16_000_000;

  /// Zeros; an `IllegalArgumentException` where they would not fit, before memory is asked for.
  static GramTable empty(Grams grams) {
    double size = StrictMath.pow(grams.form().vocabulary(), grams.length());
    require(
        size <= MOST,
        "a table of %,d^%d counts is too large; at most %,d",
        grams.form().vocabulary(),
        grams.length(),
        MOST);
    return new GramTable(grams, new double[(int) size]);
  }

  /// Counts one more.
  void add(int context, int after) {
    counts[place(context, after)]++;
  }

  /// The context of this table in which one of a longer table ends.
  int ending(int longer) {
    return longer % grams.contexts();
  }

  /// `n_c`, how often a context was seen.
  double seen(int context) {
    double seen = 0;
    for (int after = 0; after < grams.form().vocabulary(); after++) {
      seen += counts[place(context, after)];
    }
    return seen;
  }

  /// `p(b | c) = (n_cb + s) / Σ_b (n_cb + s)`; 0 where nothing was seen at all and s = 0.
  double probability(int context, int after, double smoothing) {
    double total = 0;
    for (int other = 0; other < grams.form().vocabulary(); other++) {
      total += counts[place(context, other)] + smoothing;
    }
    double count = counts[place(context, after)] + smoothing;
    return count == 0 ? 0 : count / total;
  }

  private int place(int context, int after) {
    return context * grams.form().vocabulary() + after;
  }

  /// The counts as the numbers of a model.
  Slice slice(String name) {
    int[] shape = new int[grams.length()];
    Arrays.fill(shape, grams.form().vocabulary());
    return new ArraySlice(name, shape, counts);
  }
}
