package io.gradus.tensor;

/// A tensor that a model keeps and does not learn, such as the running mean of a batch norm: the
/// untrained sibling of [Parameter].
public final class Buffer {
  private final String name;
  private Tensor value;

  /// A buffer with first numbers, which are copied.
  public Buffer(String name, Tensor initial) {
    this.name = name;
    this.value = owned(initial);
  }

  /// The name.
  public String name() {
    return name;
  }

  /// The numbers as they stand. A graph treats them as given.
  public Tensor value() {
    return value;
  }

  /// Puts other numbers in the place of those that are there; the earlier ones stay as they are for
  /// whoever holds them.
  ///
  /// @throws ShapeException if the shape differs
  public void update(Tensor next) {
    if (!next.shape().equals(value.shape())) {
      throw new ShapeException(
          "%s %s cannot become %s: an update keeps the shape"
              .formatted(name, value.shape(), next.shape()));
    }
    Elementwise.commonType(value, next, "becomes");
    value = owned(next);
  }

  private Tensor owned(Tensor numbers) {
    return numbers.kept().named(name);
  }

  @Override
  public String toString() {
    return "buffer " + value;
  }
}
