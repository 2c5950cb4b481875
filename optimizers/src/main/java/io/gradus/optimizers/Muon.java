package io.gradus.optimizers;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;

/// Muon (Jordan et al. 2024): a matrix moves along its gradient made orthogonal.
///
/// m ← μm + (1-μ)g, w ← (1 - ηλ)w - η √max(1, columns/rows) O, where O is the orthogonal matrix
/// nearest to m, or to μm + (1-μ)g with nesterov, as [NewtonSchulz] finds it. The rows are a
/// layer's inputs and the columns its outputs, the other way round than in the reference. What is
/// no matrix is left to another rule.
@Doc(
    "Muon (Jordan et al. 2024), for matrices: w <- (1 - lr decay) w - lr sqrt(max(1, columns/rows))"
        + " O with O the orthogonal matrix near m (Newton-Schulz iteration)"
        + " and m <- momentum m + (1 - momentum) g; all else is left to another optimizer")
public record Muon(
    @Doc("the learning rate of matrices") @Default("0.02") Schedule lr,
    @Doc("decay of the running mean of the gradient") @Default("0.95") double momentum,
    @Doc("whether to look one step of the mean ahead") @Default("true") boolean nesterov,
    @Doc("Newton-Schulz iterations") @Default("5") int iterations,
    @Doc("weight decay of matrices: each step takes lr times this share of a weight away")
        @Default("0.0")
        double decay,
    @Doc("the optimizer of what is no matrix, with its own rate and decay")
        @Default("{type: adamw}")
        Rule<?> others)
    implements Rule<Muon.Mean> {
  /// The running mean of the gradient.
  public record Mean(double[] m) {}

  public Muon {
    Settings.belowOne("momentum", momentum);
    Settings.atLeastOne("iterations", iterations);
    Settings.atLeastZero("decay", decay);
  }

  @Override
  public Rule<?> on(Shape shape, DType type) {
    return shape.rank() == 2
        ? new MuonMatrix(this, shape.length(0), shape.length(1), type)
        : others.on(shape, type);
  }

  @Override
  public Mean start(int size) {
    return new Mean(new double[size]);
  }

  /// Without a shape, a slice is a matrix of one column.
  @Override
  public void step(Update update, double[] w, double[] g, Mean memory) {
    new MuonMatrix(this, w.length, 1, DType.FLOAT64).step(update, w, g, memory);
  }

  @Override
  public boolean elementwise() {
    return false;
  }
}
