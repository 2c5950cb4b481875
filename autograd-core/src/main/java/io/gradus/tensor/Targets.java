package io.gradus.tensor;

import java.util.OptionalInt;

/// The classes that a batch should be given, and how surely.
///
/// @param classes the right class of each row, 0 for the first
/// @param ignored a number in the place of a class where none is right; such rows do not count
/// @param smoothing how much of the probability is spread evenly over all classes, from 0 to 1
///   (label smoothing: Szegedy et al. 2016)
public record Targets(Indices classes, OptionalInt ignored, double smoothing) {
  /// Checks the smoothing.
  public Targets {
    if (!(smoothing >= 0 && smoothing <= 1)) {
      throw new IllegalArgumentException("smoothing = %s must be in 0 .. 1".formatted(smoothing));
    }
  }

  /// These classes, for certain.
  public static Targets of(Indices classes) {
    return new Targets(classes, OptionalInt.empty(), 0);
  }

  /// The same, but for the rows that have this number in the place of a class.
  public Targets ignoring(int number) {
    return new Targets(classes, OptionalInt.of(number), smoothing);
  }

  /// The same, with some of the probability spread over all classes.
  public Targets smoothed(double share) {
    return new Targets(classes, ignored, share);
  }

  /// The rows that do not count.
  Mask ignoredRows() {
    boolean[] set = new boolean[classes.shape().size()];
    for (int i = 0; i < set.length; i++) {
      set[i] = isIgnored(i);
    }
    return Mask.ofOwned(classes.shape(), set);
  }

  /// How many rows count.
  int counted() {
    int n = 0;
    for (int i = 0; i < classes.shape().size(); i++) {
      n += isIgnored(i) ? 0 : 1;
    }
    return n;
  }

  private boolean isIgnored(int i) {
    return ignored.isPresent() && classes.at(i) == ignored.getAsInt();
  }

  /// A class for every row, beside its scores `(..., C)`: the rows that do not count take the
  /// first.
  ///
  /// @throws ShapeException if there is not one target for each row, or one that is no class
  Indices beside(Shape scores) {
    if (scores.rank() == 0 || !scores.without(-1).equals(classes.shape())) {
      throw new ShapeException(
          "scores %s with targets %s: one target for each row of scores is wanted"
              .formatted(scores, classes.shape()));
    }
    for (int i = 0; i < classes.shape().size(); i++) {
      int target = classes.at(i);
      if (!isIgnored(i) && (target < 0 || target >= scores.length(-1))) {
        throw new ShapeException(
            "target %d is no class of scores %s, whose classes are 0 to %d"
                .formatted(target, scores, scores.length(-1) - 1));
      }
    }
    Indices rows = ignored.isPresent() ? classes.replaced(ignored.getAsInt(), 0) : classes;
    return rows.reshape(scores.with(-1, 1).lengths());
  }
}
