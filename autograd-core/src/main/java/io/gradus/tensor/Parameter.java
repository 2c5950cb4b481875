package io.gradus.tensor;

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
