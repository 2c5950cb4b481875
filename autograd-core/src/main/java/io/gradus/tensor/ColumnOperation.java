package io.gradus.tensor;

import java.util.List;

/// An operation on the columns of a matrix.
public sealed interface ColumnOperation extends Fused {
  /// `y = s·gain + bias` with `s = (x - mean) / √(variance + eps)`, the moments of each column over
  /// its `n` rows (Ioffe & Szegedy 2015), of `x` `(n, C)`, `gain` and `bias` `(C)`.
  ///
  /// @param correction 1 for the unbiased variance `Σ(x - mean)² / (n - 1)`, 0 for the biased one
  record BatchNorm(int correction, double eps) implements ColumnOperation, Saving {
    @Override
    public String formula() {
      return "y = s·gain + bias, s = (x - mean)/√(var + eps); dgain = Σ dy·s, dbias = Σ dy, "
          + "dx = (d - Σd/n - s·Σ(d·s)/(n - c))/√(var + eps) with d = dy·gain";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return forwardSaving(inputs).y();
    }

    /// The means and the scales `1 / √(var + eps)` are saved.
    @Override
    public Result forwardSaving(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 ->
            Columns.normalize(inputs.get(0), inputs.get(1), inputs.get(2), correction, (float) eps);
        case FLOAT64 -> new Result(Autograd.withoutGraph(() -> composition(inputs)), List.of());
      };
    }

    @Override
    public List<Tensor> gradients(Tensor dy, List<Tensor> inputs, List<Tensor> saved) {
      return Columns.normalizeGradient(
          dy, inputs.get(0), inputs.get(1), saved.get(0), saved.get(1), correction);
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      Tensor x = inputs.get(0);
      return switch (input) {
        case 0 ->
            Tensor.apply(new BatchNormGradient(correction, eps), List.of(dy, x, inputs.get(1)));
        case 1 -> dy.mul(standardized(x));
        default -> dy;
      };
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      return standardized(inputs.get(0)).mul(inputs.get(1)).add(inputs.get(2));
    }

    private Tensor standardized(Tensor x) {
      return x.sub(x.meanKeeping(0)).mul(inverse(x));
    }

    /// `1 / √(variance + eps)`
    private Tensor inverse(Tensor x) {
      return x.varianceKeeping(correction, 0).add(eps).rsqrt();
    }
  }

  /// What [BatchNorm] hands back to `x`, of `dy`, `x` and `gain`.
  record BatchNormGradient(int correction, double eps) implements ColumnOperation {
    @Override
    public String formula() {
      return "x = (d - Σd/n - s·Σ(d·s)/(n - c))/√(var + eps), d = dy·gain";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      Tensor dy = inputs.get(0);
      return switch (dy.dtype()) {
        case FLOAT32 -> Autograd.withoutGraph(() -> fused(dy, inputs.get(1), inputs.get(2)));
        case FLOAT64 -> Autograd.withoutGraph(() -> composition(inputs));
      };
    }

    private Tensor fused(Tensor dy, Tensor x, Tensor gain) {
      Tensor means = Copies.packed(x.meanKeeping(0));
      Tensor scales = Copies.packed(new BatchNorm(correction, eps).inverse(x));
      return Columns.normalizeGradient(dy, x, gain, means, scales, correction).getFirst();
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      Tensor d = inputs.get(0).mul(inputs.get(2));
      Tensor x = inputs.get(1);
      var norm = new BatchNorm(correction, eps);
      Tensor s = norm.standardized(x);
      int n = Math.max(x.shape().length(0) - correction, 0);
      Tensor along = s.mul(d.mul(s).sumKeeping(0).div(n));
      return d.sub(d.meanKeeping(0)).sub(along).mul(norm.inverse(x));
    }
  }
}
