package io.gradus.scalar;

import java.util.List;

/// A value made from two operands, which may be the same one twice.
final class BinaryNode extends Value {
  private final BinaryOperation operation;
  private final Value a;
  private final Value b;
  private final double slopeOfFirst;
  private final double slopeOfSecond;

  BinaryNode(BinaryOperation operation, Value a, Value b) {
    super(operation.of(a.data, b.data), Math.max(a.height, b.height) + 1);
    this.operation = operation;
    this.a = a;
    this.b = b;
    this.slopeOfFirst = operation.slopeOfFirst(a.data, b.data, data);
    this.slopeOfSecond = operation.slopeOfSecond(a.data, b.data, data);
  }

  @Override
  public Operation operation() {
    return operation;
  }

  @Override
  public List<Value> operands() {
    return List.of(a, b);
  }

  @Override
  public double[] slopes() {
    return new double[] {slopeOfFirst, slopeOfSecond};
  }

  @Override
  void pull(BackwardPass pass) {
    pass.visit(a);
    pass.visit(b);
    a.grad += slopeOfFirst * grad;
    b.grad += slopeOfSecond * grad;
  }
}
