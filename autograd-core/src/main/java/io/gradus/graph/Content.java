package io.gradus.graph;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/// What a node or its gradient holds: one number, or an array of them.
public sealed interface Content {
  /// What it is, to stand before the numbers: `FLOAT32 (32, 200)`, or nothing for a plain number.
  String kind();

  /// The numbers, as many as fit on a line.
  String text();

  /// The same of a gradient, whose mean says little and whose norm much.
  String textOfGradient();

  /// A number of the scalar engine.
  record One(double value) implements Content {
    @Override
    public String kind() {
      return "";
    }

    @Override
    public String text() {
      return Double.toString(value);
    }

    @Override
    public String textOfGradient() {
      return text();
    }
  }

  /// An array of the tensor engine, in a few numbers.
  ///
  /// All but `nans` are of the elements that are not NaN; where there are none they are NaN.
  ///
  /// @param type of an element, such as `FLOAT32`
  /// @param shape the lengths of its axes
  /// @param least the smallest element
  /// @param mean of the elements
  /// @param largest the largest element
  /// @param norm the root of the sum of the squares
  /// @param nans how many elements are NaN
  record Many(
      String type,
      List<Integer> shape,
      double least,
      double mean,
      double largest,
      double norm,
      int nans)
      implements Content {
    /// As many digits as tell two arrays apart at a glance.
    private static final MathContext GLANCE = new MathContext(4);

    public Many {
      shape = List.copyOf(shape);
    }

    /// How many elements there are.
    public long size() {
      return shape.stream().mapToLong(length -> length).reduce(1, (a, b) -> a * b);
    }

    @Override
    public String kind() {
      return shape.stream()
          .map(String::valueOf)
          .collect(Collectors.joining(", ", type + " (", ")"));
    }

    /// One number in full; more as `-0.98 to 0.97, mean 0.01`.
    @Override
    public String text() {
      return text("mean", mean);
    }

    /// One number in full; more as `-0.98 to 0.97, norm 3.1`.
    @Override
    public String textOfGradient() {
      return text("norm", norm);
    }

    private String text(String word, double further) {
      if (size() == 0) {
        return "none";
      }
      if (nans == size()) {
        return "NaN";
      }
      if (size() == 1) {
        return Double.toString(least);
      }
      String spread =
          least == largest
              ? "all " + glance(least)
              : "%s to %s, %s %s".formatted(glance(least), glance(largest), word, glance(further));
      return nans == 0 ? spread : "%s, %d of %d NaN".formatted(spread, nans, size());
    }

    private static String glance(double number) {
      return Double.isFinite(number)
          ? Double.toString(new BigDecimal(number).round(GLANCE).doubleValue())
          : Double.toString(number);
    }
  }
}
