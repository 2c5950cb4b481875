package io.gradus.nn;

import io.gradus.tensor.Shape;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What flows from layer to layer, without its numbers: the shape for each example of a batch.
public sealed interface Signal {
  /// The shape for one example: all axes but the first, which is the batch.
  Shape shape();

  /// Tokens `0 .. vocabulary - 1`, as whole numbers in a tensor.
  record Tokens(int vocabulary, Shape shape) implements Signal {
    @Override
    public String toString() {
      return "tokens %s, each one of %d".formatted(batched(shape), vocabulary);
    }
  }

  /// Numbers.
  record Numbers(Shape shape) implements Signal {
    @Override
    public String toString() {
      return "numbers " + batched(shape);
    }
  }

  /// Numbers of this shape for each example.
  static Numbers numbers(int... lengths) {
    return new Numbers(Shape.of(lengths));
  }

  /// The shape of a batch as people write it: `(B, 3, 10)`.
  static String batched(Shape shape) {
    return Arrays.stream(shape.lengths())
        .mapToObj(length -> ", " + length)
        .collect(Collectors.joining("", "(B", ")"));
  }

  /// The shape of the numbers that come in; an `IllegalArgumentException` where tokens come, or
  /// fewer axes than a layer needs.
  ///
  /// @param axes what each example must have at least, as letters: `C`, or `T, C`; empty where any
  ///   shape will do
  default Shape requireNumbers(String axes) {
    Shape shape = shapeOfNumbers(axes);
    int least = axes.isEmpty() ? 0 : axes.split(",").length;
    if (shape.rank() < least) {
      throw new IllegalArgumentException(
          "%s came in; (B, %s) is wanted, with %s"
              .formatted(this, axes, least == 1 ? "at least one axis" : least + " axes at least"));
    }
    return shape;
  }

  /// The shape of the numbers that come in, which must have just these axes for each example.
  ///
  /// @param axes their letters: `T, C`
  default Shape requireExactly(String axes) {
    Shape shape = shapeOfNumbers(axes);
    if (shape.rank() != axes.split(",").length) {
      throw new IllegalArgumentException("%s came in; (B, %s) is wanted".formatted(this, axes));
    }
    return shape;
  }

  private Shape shapeOfNumbers(String axes) {
    if (!(this instanceof Numbers)) {
      throw new IllegalArgumentException(
          "%s came in; numbers (B, %s) are wanted, and an embedding makes numbers of tokens"
              .formatted(this, axes.isEmpty() ? "..." : axes));
    }
    return shape();
  }

  /// The tokens that come in; an `IllegalArgumentException` where numbers come.
  default Tokens requireTokens() {
    if (this instanceof Tokens tokens) {
      return tokens;
    }
    throw new IllegalArgumentException("%s came in; tokens are wanted".formatted(this));
  }

  /// The same with another last axis.
  default Numbers withLast(int width) {
    return new Numbers(shape().with(-1, width));
  }

  /// The same with another axis behind the others.
  default Numbers extended(int width) {
    int[] lengths = shape().lengths();
    return new Numbers(
        Shape.of(IntStream.concat(Arrays.stream(lengths), IntStream.of(width)).toArray()));
  }
}
