package io.gradus.tensor;

import java.util.List;

/// An operation on the rows along the last axis.
public sealed interface RowOperation extends Fused {
  /// `y = eˣ / Σ eˣ`, shifted by the largest so that nothing overflows; `dx = y·(dy - Σ dy·y)`.
  record Softmax() implements RowOperation {
    @Override
    public String formula() {
      return "y = e^x / Σ e^x; dx = y·(dy - Σ dy·y)";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return Rows.softmax(inputs.getFirst());
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return Tensor.made(new SoftmaxGradient(), dy, y);
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      Tensor x = inputs.getFirst();
      Tensor e = x.sub(x.max(-1, true).detach()).exp();
      return e.div(e.sumKeeping(-1));
    }
  }

  /// `y = x - ln Σ eˣ`, shifted by the largest so that nothing overflows; `dx = dy - eʸ·Σ dy`.
  record LogSoftmax() implements RowOperation {
    @Override
    public String formula() {
      return "y = x - ln Σ e^x; dx = dy - e^y·Σ dy";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return Rows.logSoftmax(inputs.getFirst());
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return Tensor.made(new LogSoftmaxGradient(), dy, y);
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      Tensor x = inputs.getFirst();
      Tensor shifted = x.sub(x.max(-1, true).detach());
      return shifted.sub(shifted.exp().sumKeeping(-1).log());
    }
  }

  /// `y = s·gain + bias` with `s = (x - mean) / √(variance + eps)`, the mean and the biased
  /// variance of each row of `n` (Ba et al. 2016), of `x` `(..., n)`, `gain` and `bias` `(n)`.
  record LayerNorm(double eps) implements RowOperation, Saving {
    @Override
    public String formula() {
      return "y = s·gain + bias, s = (x - mean)/√(var + eps); dgain = Σ dy·s, dbias = Σ dy, "
          + "dx = (d - Σd/n - s·Σ(d·s)/n)/√(var + eps) with d = dy·gain";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return forwardSaving(inputs).y();
    }

    /// The means and the scales `1 / √(var + eps)` are saved.
    @Override
    public Result forwardSaving(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 -> Rows.normalize(inputs.get(0), inputs.get(1), inputs.get(2), (float) eps);
        case FLOAT64 -> new Result(Autograd.withoutGraph(() -> composition(inputs)), List.of());
      };
    }

    @Override
    public List<Tensor> gradients(Tensor dy, List<Tensor> inputs, List<Tensor> saved) {
      return Rows.normalizeGradient(dy, inputs.get(0), inputs.get(1), saved.get(0), saved.get(1));
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      Tensor x = inputs.get(0);
      return switch (input) {
        case 0 -> Tensor.apply(new LayerNormGradient(eps), List.of(dy, x, inputs.get(1)));
        case 1 -> dy.mul(standardized(x));
        default -> dy;
      };
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      return standardized(inputs.get(0)).mul(inputs.get(1)).add(inputs.get(2));
    }

    private Tensor standardized(Tensor x) {
      return x.sub(x.meanKeeping(-1)).mul(inverse(x));
    }

    /// `1 / √(variance + eps)`
    private Tensor inverse(Tensor x) {
      return x.varianceKeeping(0, -1).add(eps).rsqrt();
    }
  }

  /// What [LayerNorm] hands back to `x`, of `dy`, `x` and `gain`.
  record LayerNormGradient(double eps) implements RowOperation {
    @Override
    public String formula() {
      return "x = (d - Σd/n - s·Σ(d·s)/n)/√(var + eps), d = dy·gain";
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
      Tensor means = Copies.packed(x.meanKeeping(-1));
      Tensor scales = Copies.packed(new LayerNorm(eps).inverse(x));
      return Rows.normalizeGradient(dy, x, gain, means, scales).getFirst();
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      Tensor d = inputs.get(0).mul(inputs.get(2));
      Tensor x = inputs.get(1);
      var norm = new LayerNorm(eps);
      Tensor s = norm.standardized(x);
      Tensor along = s.mul(d.mul(s).meanKeeping(-1));
      return d.sub(d.meanKeeping(-1)).sub(along).mul(norm.inverse(x));
    }
  }

  /// `x = y·(dy - Σ dy·y)`: what softmax hands back.
  record SoftmaxGradient() implements RowOperation {
    @Override
    public String formula() {
      return "x = y·(dy - Σ dy·y)";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return Rows.softmaxGradient(inputs.get(0), inputs.get(1));
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      Tensor dy = inputs.get(0);
      Tensor y = inputs.get(1);
      return y.mul(dy.sub(dy.mul(y).sumKeeping(-1)));
    }
  }

  /// `x = dy - eʸ·Σ dy`: what log-softmax hands back.
  record LogSoftmaxGradient() implements RowOperation {
    @Override
    public String formula() {
      return "x = dy - e^y·Σ dy";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return Rows.logSoftmaxGradient(inputs.get(0), inputs.get(1));
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      Tensor dy = inputs.get(0);
      return dy.sub(inputs.get(1).exp().mul(dy.sumKeeping(-1)));
    }
  }
}
