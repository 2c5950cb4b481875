package io.gradus.scalar;

import java.util.Arrays;
import java.util.List;

/// A sum over any number of operands.
final class SumNode extends Value {
  private static final Operation SUM = new Operation.Sum();

  private final Values terms;

  SumNode(Values terms) {
    super(terms.total(), terms.height() + 1);
    this.terms = terms;
  }

  @Override
  public Operation operation() {
    return SUM;
  }

  @Override
  public List<Value> operands() {
    return terms;
  }

  @Override
  public double[] slopes() {
    double[] slopes = new double[terms.size()];
    Arrays.fill(slopes, 1);
    return slopes;
  }

  @Override
  void pull(BackwardPass pass) {
    pass.visit(terms);
    terms.accumulate(grad);
  }
}
