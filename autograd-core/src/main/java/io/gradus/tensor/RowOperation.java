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

  /// `y = (x - mean) / √(variance + eps)`, with the mean and the biased variance of each row of
  /// `n`: `dx = (dy - Σ dy/n - y·Σ dy·y/n) / √(variance + eps)` (Ba et al. 2016).
  record Standardize(double eps) implements RowOperation {
    @Override
    public String formula() {
      return "y = (x - mean)/√(var + eps); dx = (dy - Σdy/n - y·Σ(dy·y)/n)/√(var + eps)";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 -> Rows.standardize(inputs.getFirst(), (float) eps);
        case FLOAT64 -> Autograd.withoutGraph(() -> composition(inputs));
      };
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return Tensor.made(new StandardizeGradient(eps), dy, inputs.getFirst());
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      Tensor x = inputs.getFirst();
      return x.sub(x.meanKeeping(-1)).mul(inverse(x));
    }

    /// `1 / √(variance + eps)`
    private Tensor inverse(Tensor x) {
      return x.varianceKeeping(0, -1).add(eps).rsqrt();
    }
  }

  /// What [Standardize] hands back, of `dy` and of the `x` that it standardized.
  record StandardizeGradient(double eps) implements RowOperation {
    @Override
    public String formula() {
      return "x = (dy - Σdy/n - y·Σ(dy·y)/n)/√(var + eps)";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 -> Rows.standardizeGradient(inputs.get(0), inputs.get(1), (float) eps);
        case FLOAT64 -> Autograd.withoutGraph(() -> composition(inputs));
      };
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      Tensor dy = inputs.get(0);
      Tensor x = inputs.get(1);
      var standardize = new Standardize(eps);
      Tensor y = standardize.composition(List.of(x));
      Tensor along = y.mul(dy.mul(y).meanKeeping(-1));
      return dy.sub(dy.meanKeeping(-1)).sub(along).mul(standardize.inverse(x));
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
