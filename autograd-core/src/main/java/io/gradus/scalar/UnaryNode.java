package io.gradus.scalar;

import java.util.List;

/// A value made from one operand.
final class UnaryNode extends Value {
  private final UnaryOperation operation;
  private final Value x;
  private final double slope;

  UnaryNode(UnaryOperation operation, Value x) {
    super(operation.of(x.data), x.height + 1);
    this.operation = operation;
    this.x = x;
    this.slope = operation.slope(x.data, data);
  }

  @Override
  public Operation operation() {
    return operation;
  }

  @Override
  public List<Value> operands() {
    return List.of(x);
  }

  @Override
  public double[] slopes() {
    return new double[] {slope};
  }

  @Override
  void pull(BackwardPass pass) {
    pass.visit(x);
    x.grad += slope * grad;
  }
}
