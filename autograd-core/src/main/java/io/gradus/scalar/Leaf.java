package io.gradus.scalar;

import java.util.List;

/// A given number: an input, a constant or a parameter. The one kind of [Value] that can be
/// changed.
public final class Leaf extends Value {
  private static final Operation GIVEN = new Operation.Given();
  private static final double[] NONE = {};

  Leaf(double data) {
    super(data, 0);
  }

  /// Changes the number; values computed from it before keep theirs.
  public void set(double number) {
    data = number;
  }

  /// Forgets the gradient; a backward pass does that only for the leaves that it reaches.
  public void zeroGrad() {
    grad = 0;
  }

  @Override
  public Operation operation() {
    return GIVEN;
  }

  @Override
  public List<Value> operands() {
    return List.of();
  }

  @Override
  public double[] slopes() {
    return NONE;
  }

  @Override
  void pull(BackwardPass pass) {
    // nothing below
  }
}
