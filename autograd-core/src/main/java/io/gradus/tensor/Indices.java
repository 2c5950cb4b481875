package io.gradus.tensor;

import java.util.Arrays;

/// Whole numbers in a shape: which places of a tensor are meant, or which classes.
public final class Indices {
  private final Shape shape;
  private final int[] places;

  private Indices(Shape shape, int[] places) {
    this.shape = shape;
    this.places = places;
  }

  /// These numbers, in a shape.
  ///
  /// @throws ShapeException if the shape has another size
  public static Indices of(int[] places, int... shape) {
    var lengths = Shape.of(shape);
    if (lengths.size() != places.length) {
      throw new ShapeException(
          "%d indices do not fill %s, which has room for %d"
              .formatted(places.length, lengths, lengths.size()));
    }
    return new Indices(lengths, places.clone());
  }

  /// These numbers, along one axis.
  public static Indices of(int... places) {
    return new Indices(Shape.of(places.length), places.clone());
  }

  /// The whole numbers that a tensor holds, such as tokens between layers.
  ///
  /// @throws IllegalArgumentException if a number is not whole
  public static Indices of(Tensor numbers) {
    double[] given = numbers.toDoubles();
    int[] places = new int[given.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = (int) given[i];
      if (places[i] != given[i]) {
        throw new IllegalArgumentException(
            "%s at %s of %s is no whole number"
                .formatted(given[i], Layout.index(numbers.shape(), i), numbers.shape()));
      }
    }
    return new Indices(numbers.shape(), places);
  }

  /// The shape.
  public Shape shape() {
    return shape;
  }

  /// The `i`-th number in row-major order.
  public int at(int i) {
    return places[i];
  }

  /// The numbers themselves, not to be written to.
  int[] shared() {
    return places;
  }

  /// The same numbers in another shape of the same size.
  public Indices reshape(int... lengths) {
    return of(places, lengths);
  }

  /// Where they equal a number.
  public Mask equalTo(int number) {
    boolean[] set = new boolean[places.length];
    for (int i = 0; i < set.length; i++) {
      set[i] = places[i] == number;
    }
    return Mask.ofOwned(shape, set);
  }

  /// The same, with one number in the place of another.
  public Indices replaced(int number, int by) {
    return new Indices(shape, Arrays.stream(places).map(i -> i == number ? by : i).toArray());
  }

  /// A one at the place that each means and zeros elsewhere: `(..., length)`.
  ///
  /// @throws ShapeException naming the first that means no place
  public Tensor oneHot(int length, DType type) {
    int[] lengths = Arrays.copyOf(shape.lengths(), shape.rank() + 1);
    lengths[shape.rank()] = length;
    var all = Shape.of(lengths);
    requireBelow(length, all, shape.rank());
    Storage out = Memory.filled(type, all.size(), 0);
    switch (out) {
      case Storage.Floats(var numbers, _) -> {
        for (int i = 0; i < places.length; i++) {
          numbers[i * length + places[i]] = 1;
        }
      }
      case Storage.Doubles(var numbers, _) -> {
        for (int i = 0; i < places.length; i++) {
          numbers[i * length + places[i]] = 1;
        }
      }
    }
    return Tensor.of(out, Layout.rowMajor(all));
  }

  /// That each is a place of an axis of that length.
  ///
  /// @throws ShapeException naming the first that is not
  void requireBelow(int length, Shape of, int axis) {
    for (int place : places) {
      if (place < 0 || place >= length) {
        throw new ShapeException(
            "index %d is outside axis %d of %s, which has %d places, from 0"
                .formatted(place, axis, of, length));
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Indices indices
        && shape.equals(indices.shape)
        && Arrays.equals(places, indices.places);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(places);
  }

  @Override
  public String toString() {
    return "indices " + shape;
  }
}
