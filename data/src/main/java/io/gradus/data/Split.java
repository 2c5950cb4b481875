package io.gradus.data;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is learned from and what is held back, in the order of the data: shares of the documents or
/// points, or of the tokens where there is but one document.
@Doc("shares of the data, in their order: to learn from, to validate with; the rest is the test")
public record Split(
    @Doc("the share to learn from") double train,
    @Doc("the share to validate with while learning") @Default("0.0") double validation) {
  public Split {
    require(train > 0 && train <= 1, "train = %s is outside (0, 1]", train);
    require(
        validation >= 0 && validation <= 1 && border(1_000_000, train, validation) <= 1_000_000,
        "validation = %s is outside [0, 1 - train = %s]",
        validation,
        train);
  }

  /// The parts of a data set; what has no examples is absent.
  public record Parts(Dataset train, Optional<Dataset> validation, Optional<Dataset> test) {}

  /// The parts; the borders are `⌊train·n⌋` and `⌊(train + validation)·n⌋`.
  ///
  /// Throws an `IllegalArgumentException` where nothing is left to learn from.
  public Parts cut(Dataset data) {
    return data instanceof Documents(var form, var documents) && documents.size() == 1
        ? cut(
            documents.getFirst().length,
            (from, to) ->
                new Documents(form, List.of(Arrays.copyOfRange(documents.getFirst(), from, to))))
        : cut(data.size(), data::range);
  }

  private Parts cut(int n, Cut cut) {
    int learned = border(n, train);
    int seen = border(n, train, validation);
    require(learned >= 1, "train = %s of %d examples leaves nothing to learn from", train, n);
    return new Parts(cut.part(0, learned), cut.perhaps(learned, seen), cut.perhaps(seen, n));
  }

  /// `⌊n · Σ shares⌋` of the decimal numbers that a file states, which doubles only come near.
  private static int border(int n, double... shares) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double share : shares) {
      sum = sum.add(BigDecimal.valueOf(share));
    }
    return sum.multiply(BigDecimal.valueOf(n)).intValue();
  }

  private interface Cut {
    Dataset part(int from, int to);

    default Optional<Dataset> perhaps(int from, int to) {
      return from == to ? Optional.empty() : Optional.of(part(from, to));
    }
  }
}
