package io.gradus.tensor;

import java.util.function.BiConsumer;

/// A tensor that learns: the one mutable thing in a model.
public final class Parameter {
  private final String name;
  private final Storage storage;
  private final Layout layout;
  private int updates;
  private Tensor value;

  /// A parameter with first numbers, which are copied.
  public Parameter(String name, Tensor initial) {
    this.name = name;
    Tensor own = initial.kept();
    this.storage = own.storage();
    this.layout = own.layout();
    this.value = current();
  }

  /// The name.
  public String name() {
    return name;
  }

  /// The numbers as they stand, a leaf of every graph they are used in. After the next update they
  /// are others.
  public Tensor value() {
    return value;
  }

  /// Puts other numbers in the place of those that are there.
  ///
  /// @throws ShapeException if the shape differs
  public void update(Tensor next) {
    if (!next.shape().equals(layout.shape())) {
      throw new ShapeException(
          "%s %s cannot become %s: an update keeps the shape"
              .formatted(name, layout.shape(), next.shape()));
    }
    Elementwise.commonType(value, next, "becomes");
    Copies.move(next.storage().equals(storage) ? next.kept() : next, storage, layout, false);
    updates++;
    value = current();
  }

  /// Copies `count` numbers in row-major order, from place `from` on, to the front of `out`.
  public void read(int from, double[] out, int count) {
    Copies.read(value, from, out, count);
  }

  /// Replaces `count` numbers in row-major order, from place `from` on, by those at the front of
  /// `numbers`, rounded to the parameter's type.
  public void write(int from, double[] numbers, int count) {
    Copies.write(numbers, storage, layout.offset() + from, count);
    updates++;
    value = current();
  }

  /// A step of gradient descent in place: `w ← w - rate·g`.
  ///
  /// @return whether every number is finite then
  /// @throws ShapeException if the shape of the gradient differs
  public boolean descend(Tensor gradient, double rate) {
    if (!gradient.shape().equals(layout.shape())) {
      throw new ShapeException(
          "%s %s cannot take a step along %s".formatted(name, layout.shape(), gradient.shape()));
    }
    Elementwise.commonType(value, gradient, "along");
    boolean finite = Elementwise.descend(value, Copies.packed(gradient), rate);
    updates++;
    value = current();
    return finite;
  }

  /// Whether this and a gradient are floats, each at the front of an array, without gaps.
  public boolean movableAlong(Tensor gradient) {
    return storage instanceof Storage.Floats
        && gradient.storage() instanceof Storage.Floats
        && layout.offset() == 0
        && gradient.shape().equals(layout.shape())
        && gradient.layout().offset() == 0
        && gradient.layout().contiguous();
  }

  /// Lets `mover` change the numbers in place.
  ///
  /// @param mover gets the array of the numbers, and that of the gradient
  /// @return whether every number is finite then
  /// @throws IllegalArgumentException if it is not [#movableAlong] that gradient
  public boolean move(Tensor gradient, BiConsumer<float[], float[]> mover) {
    if (!movableAlong(gradient)) {
      throw new IllegalArgumentException(
          "%s cannot be moved along %s in place".formatted(value, gradient));
    }
    mover.accept(value.floats(), gradient.floats());
    updates++;
    value = current();
    return isFinite();
  }

  /// Whether no number is NaN or infinite.
  public boolean isFinite() {
    return NonFinite.none(storage, layout.offset(), layout.shape().size());
  }

  /// That the numbers are those that a graph was computed from.
  void requireUnchanged(int since) {
    if (since != updates) {
      throw new IllegalStateException(
          "%s was updated after this was computed from it; compute it again".formatted(name));
    }
  }

  private Tensor current() {
    return Tensor.of(storage, layout).named(name).from(new Origin.Learned(this, updates));
  }

  @Override
  public String toString() {
    return "parameter " + value;
  }
}
