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
