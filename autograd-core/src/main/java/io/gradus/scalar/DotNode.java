package io.gradus.scalar;

import java.util.List;

/// A dot product of two rows; its operands are the first row, then the second.
final class DotNode extends Value {
  private static final Operation DOT = new Operation.Dot();

  private final Values a;
  private final Values b;

  DotNode(Values a, Values b) {
    super(a.dot(b), Math.max(a.height(), b.height()) + 1);
    this.a = a;
    this.b = b;
  }

  @Override
  public Operation operation() {
    return DOT;
  }

  @Override
  public List<Value> operands() {
    return a.followedBy(b);
  }

  @Override
  public double[] slopes() {
    int n = a.size();
    double[] slopes = new double[2 * n];
    for (int i = 0; i < n; i++) {
      slopes[i] = b.get(i).data;
      slopes[n + i] = a.get(i).data;
    }
    return slopes;
  }

  @Override
  void pull(BackwardPass pass) {
    pass.visit(a);
    pass.visit(b);
    a.accumulateDot(b, grad);
  }
}
