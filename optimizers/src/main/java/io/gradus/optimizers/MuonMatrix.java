package io.gradus.optimizers;

import io.gradus.tensor.Autograd;
import io.gradus.tensor.DType;
import io.gradus.tensor.Tensor;

/// [Muon] on one matrix.
///
/// A matrix here is `(in, out)`; the reference's is `(out, in)`, so that its rows are columns here.
///
/// @param settings what Muon was told
/// @param rows the matrix' rows
/// @param columns the matrix' columns
/// @param type what its numbers are, and those of the iteration
record MuonMatrix(Muon settings, int rows, int columns, DType type) implements Rule<Muon.Mean> {
  @Override
  public Schedule lr() {
    return settings.lr();
  }

  @Override
  public Muon.Mean start(int size) {
    return settings.start(size);
  }

  @Override
  public boolean elementwise() {
    return false;
  }

  @Override
  public void step(Update update, double[] w, double[] g, Muon.Mean memory) {
    double[] direction = orthogonal(ahead(memory.m(), g));
    double keep = 1 - update.rate() * settings.decay() * update.decay();
    double stride = update.rate() * Math.sqrt(Math.max(1, (double) columns / rows));
    for (int i = 0; i < w.length; i++) {
      w[i] = keep * w[i] - stride * direction[i];
    }
  }

  /// The running mean with this gradient in it, or what one step ahead it would be.
  private double[] ahead(double[] m, double[] g) {
    double momentum = settings.momentum();
    for (int i = 0; i < m.length; i++) {
      m[i] = momentum * m[i] + (1 - momentum) * g[i];
    }
    if (!settings.nesterov()) {
      return m;
    }
    double[] ahead = new double[m.length];
    for (int i = 0; i < m.length; i++) {
      ahead[i] = momentum * m[i] + (1 - momentum) * g[i];
    }
    return ahead;
  }

  private double[] orthogonal(double[] direction) {
    return Autograd.withoutGraph(() -> {
      Tensor matrix = Tensor.of(direction, rows, columns); // (rows, columns)
      return NewtonSchulz.orthogonal(matrix, type, settings.iterations()).toDoubles();
    });
  }
}
