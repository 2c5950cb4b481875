package io.gradus.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The lengths of a tensor's axes, `(32, 3, 10)`; `()` for a single number.
public final class Shape {
  /// The shape of a single number.
  public static final Shape SCALAR = new Shape();

  private final int[] lengths;
  private final int size;

  private Shape(int... lengths) {
    this.lengths = lengths;
    long product = 1;
    for (int length : lengths) {
      if (length < 0) {
        throw new ShapeException(text(lengths) + ": an axis cannot have the length " + length);
      }
      product *= length;
      if (product > Integer.MAX_VALUE - 8) {
        product = sizeWithoutOverflow(lengths);
      }
    }
    this.size = (int) product;
  }

  /// The shape with these lengths.
  ///
  /// @throws ShapeException if one is negative, or if it is more numbers than an array can hold
  public static Shape of(int... lengths) {
    return lengths.length == 0 ? SCALAR : new Shape(lengths.clone());
  }

  /// Takes the array over; it must not be written to any more.
  static Shape ofOwned(int[] lengths) {
    return lengths.length == 0 ? SCALAR : new Shape(lengths);
  }

  /// An axis of length 0 makes any shape small, wherever it stands.
  private static long sizeWithoutOverflow(int[] lengths) {
    if (Arrays.stream(lengths).anyMatch(length -> length == 0)) {
      return 0;
    }
    throw new ShapeException(text(lengths) + ": more numbers than an array can hold");
  }

  /// How many axes there are.
  public int rank() {
    return lengths.length;
  }

  /// How many numbers there are.
  public int size() {
    return size;
  }

  /// The length of an axis; a negative one counts from the end.
  public int length(int axis) {
    return lengths[axis(axis)];
  }

  /// The lengths, as an array of the caller's own.
  public int[] lengths() {
    return lengths.clone();
  }

  /// The lengths themselves, not to be written to.
  int[] shared() {
    return lengths;
  }

  /// An axis counted from the front: -1 is the last.
  ///
  /// @throws ShapeException if there is no such axis
  public int axis(int axis) {
    int fromFront = axis < 0 ? axis + lengths.length : axis;
    if (fromFront < 0 || fromFront >= lengths.length) {
      throw new ShapeException(
          lengths.length == 0
              ? "() has no axes, so there is no axis " + axis
              : "%s has no axis %d; there are %d to %d"
                  .formatted(this, axis, -lengths.length, lengths.length - 1));
    }
    return fromFront;
  }

  /// This shape with another length of one axis.
  public Shape with(int axis, int length) {
    int[] other = lengths.clone();
    other[axis(axis)] = length;
    return ofOwned(other);
  }

  /// This shape without an axis.
  public Shape without(int axis) {
    int at = axis(axis);
    int[] other = new int[lengths.length - 1];
    System.arraycopy(lengths, 0, other, 0, at);
    System.arraycopy(lengths, at + 1, other, at, other.length - at);
    return ofOwned(other);
  }

  /// This shape with a new axis before the one that is now at that place.
  Shape inserted(int at, int length) {
    int[] other = new int[lengths.length + 1];
    System.arraycopy(lengths, 0, other, 0, at);
    other[at] = length;
    System.arraycopy(lengths, at, other, at + 1, lengths.length - at);
    return ofOwned(other);
  }

  /// This shape with the axes `from .. to - 1` only.
  Shape part(int from, int to) {
    return ofOwned(Arrays.copyOfRange(lengths, from, to));
  }

  @Override
  public boolean equals(Object other) {
    return other == this || (other instanceof Shape shape && Arrays.equals(lengths, shape.lengths));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lengths);
  }

  /// As people write it: `(32, 200)`.
  @Override
  public String toString() {
    return text(lengths);
  }

  private static String text(int[] lengths) {
    return Arrays.stream(lengths)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
