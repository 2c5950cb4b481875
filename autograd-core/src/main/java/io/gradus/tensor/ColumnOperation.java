package io.gradus.tensor;

import java.util.List;

/// An operation on the columns of a matrix.
public sealed interface ColumnOperation extends Fused {
  /// `y = (x - mean) / √(variance + eps)`, with the moments of each column over its `n` rows: `dx =
  /// (dy - Σ dy/n - y·Σ dy·y/(n - correction)) / √(variance + eps)` (Ioffe & Szegedy 2015).
  ///
  /// @param correction 1 for the unbiased variance `Σ(x - mean)² / (n - 1)`, 0 for the biased one
  record Standardize(int correction, double eps) implements ColumnOperation {
    @Override
    public String formula() {
      return "y = (x - mean)/√(var + eps); dx = (dy - Σdy/n - y·Σ(dy·y)/(n - c))/√(var + eps)";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 -> Columns.standardize(inputs.getFirst(), correction, (float) eps);
        case FLOAT64 -> Autograd.withoutGraph(() -> composition(inputs));
      };
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return Tensor.made(new StandardizeGradient(correction, eps), dy, inputs.getFirst());
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      Tensor x = inputs.getFirst();
      return x.sub(x.meanKeeping(0)).mul(inverse(x));
    }

    /// `1 / √(variance + eps)`
    private Tensor inverse(Tensor x) {
      return x.varianceKeeping(correction, 0).add(eps).rsqrt();
    }
  }

  /// What [Standardize] hands back, of `dy` and of the `x` that it standardized.
  record StandardizeGradient(int correction, double eps) implements ColumnOperation {
    @Override
    public String formula() {
      return "x = (dy - Σdy/n - y·Σ(dy·y)/(n - c))/√(var + eps)";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 ->
            Columns.standardizeGradient(inputs.get(0), inputs.get(1), correction, (float) eps);
        case FLOAT64 -> Autograd.withoutGraph(() -> composition(inputs));
      };
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      Tensor dy = inputs.get(0);
      Tensor x = inputs.get(1);
      var standardize = new Standardize(correction, eps);
      Tensor y = standardize.composition(List.of(x));
      int n = Math.max(x.shape().length(0) - correction, 0);
      Tensor along = y.mul(dy.mul(y).sumKeeping(0).div(n));
      return dy.sub(dy.meanKeeping(0)).sub(along).mul(standardize.inverse(x));
    }
  }
}
