package io.gradus.data;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is learned from and what is held back, in the order of the data: documents or points, or
/// the tokens where there is but one document.
///
/// A number of at most 1 is a share of all, a greater one so many of them. What is not said is the
/// rest: the test where `train` is said, else what is learned from.
@Doc("parts of the data in their order, each a share (at most 1) or a count; one is the rest")
public record Split(
    @Doc("what to learn from; the rest where it is left out") Optional<Double> train,
    @Doc("what to validate with while learning") @Default("0.0") double validation,
    @Doc("what is held back to the end; the rest where train is said") Optional<Double> test,
    @Doc("the part at the front: train, validation, test or the other way round") @Default("train")
        First first) {
  /// Which part stands at the front of the data.
  public enum First {
    /// Train, validation, test.
    TRAIN,
    /// Test, validation, train.
    TEST
  }

  public Split {
    require(
        train.isEmpty() || test.isEmpty(),
        "train = %s and test = %s are both said; one of them is the rest",
        train.orElse(0.0),
        test.orElse(0.0));
    train.ifPresent(amount -> requireAmount("train", amount));
    train.ifPresent(amount -> require(amount > 0, "train = %s must be above 0", amount));
    requireAmount("validation", validation);
    test.ifPresent(amount -> requireAmount("test", amount));
    double other = train.or(() -> test).orElse(0.0);
    require(
        validation > 1 || other > 1 || border(1_000_000, other, validation) <= 1_000_000,
        "validation = %s and %s = %s are more than all",
        validation,
        train.isPresent() ? "train" : "test",
        other);
  }

  private static void requireAmount(String name, double amount) {
    require(
        amount >= 0 && (amount <= 1 || (amount == Math.rint(amount) && amount <= 1e9)),
        "%s = %s is neither a share from 0 to 1 nor a whole number",
        name,
        amount);
  }

  /// The parts of a data set; what has no examples is absent.
  public record Parts(Dataset train, Optional<Dataset> validation, Optional<Dataset> test) {}

  /// The parts; the borders are `⌊train·n⌋` and `⌊(train + validation)·n⌋`, or the same of `test`
  /// from the other end.
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
    double outer = train.or(() -> test).orElse(0.0);
    long near = border(n, outer);
    long far = border(n, outer, validation);
    long learned = train.isPresent() ? near : n - far;
    require(
        learned >= 1 && far <= n,
        far <= n
            ? "%s of %,d examples leaves nothing to learn from"
            : "%s is more than all %,d examples",
        inWords(),
        n);
    return cut(n, (int) learned, (int) (learned + far - near), cut);
  }

  private String inWords() {
    String seen = validation == 0 ? "" : " and validation = " + stated(validation);
    return train
            .map(amount -> "train = " + stated(amount))
            .orElseGet(() -> "test = " + stated(test.orElse(0.0)))
        + seen;
  }

  /// As a file states it: `0.8`, `1000`.
  private static String stated(double amount) {
    return amount > 1 ? Long.toString((long) amount) : Double.toString(amount);
  }

  private Parts cut(int n, int learned, int seen, Cut cut) {
    return first == First.TRAIN
        ? new Parts(cut.part(0, learned), cut.perhaps(learned, seen), cut.perhaps(seen, n))
        : new Parts(
            cut.part(n - learned, n), cut.perhaps(n - seen, n - learned), cut.perhaps(0, n - seen));
  }

  /// How many `n · Σ shares + Σ counts` are, of the decimal numbers that a file states, which
  /// doubles only come near.
  private static long border(int n, double... amounts) {
    BigDecimal shares = BigDecimal.ZERO;
    BigDecimal counts = BigDecimal.ZERO;
    for (double amount : amounts) {
      if (amount <= 1) {
        shares = shares.add(BigDecimal.valueOf(amount));
      } else {
        counts = counts.add(BigDecimal.valueOf(amount));
      }
    }
    return shares.multiply(BigDecimal.valueOf(n)).add(counts).longValue();
  }

  private interface Cut {
    Dataset part(int from, int to);

    default Optional<Dataset> perhaps(int from, int to) {
      return from == to ? Optional.empty() : Optional.of(part(from, to));
    }
  }
}
