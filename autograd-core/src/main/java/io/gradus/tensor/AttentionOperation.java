package io.gradus.tensor;

import java.util.List;

/// Attention as one operation, which keeps no weights: the gradient computes them once more.
public sealed interface AttentionOperation extends Fused {
  /// `y = P·v` with `P = softmax(q·kᵀ/√d)`, where a position has weights up to itself, of `q`, `k`
  /// and `v` `(B, h, T, d)`.
  record Causal() implements AttentionOperation, Joint {
    @Override
    public String formula() {
      return "y = P·v, P = softmax(q·kᵀ/√d) of the past; dS = P·(dP - Σ dP·P), dP = dy·vᵀ";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 -> Heads.attend(inputs.get(0), inputs.get(1), inputs.get(2));
        case FLOAT64 -> Autograd.withoutGraph(() -> composition(inputs));
      };
    }

    @Override
    public List<Tensor> gradients(Tensor dy, List<Tensor> inputs, Tensor y) {
      Tensor all = gradient(dy, inputs);
      return List.of(all.select(0, 0), all.select(0, 1), all.select(0, 2));
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return gradient(dy, inputs).select(0, input);
    }

    private static Tensor gradient(Tensor dy, List<Tensor> inputs) {
      return Tensor.apply(
          new CausalGradient(), List.of(dy, inputs.get(0), inputs.get(1), inputs.get(2)));
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      return weights(inputs.get(0), inputs.get(1)).matmul(inputs.get(2));
    }
  }

  /// What [Causal] hands back, of `dy`, `q`, `k` and `v`: `dq`, `dk` and `dv` along a new first
  /// axis.
  record CausalGradient() implements AttentionOperation {
    @Override
    public String formula() {
      return "dq = dS·k/√d, dk = dSᵀ·q/√d, dv = Pᵀ·dy; dS = P·(dP - Σ dP·P), dP = dy·vᵀ";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 ->
            Heads.attendGradient(inputs.get(0), inputs.get(1), inputs.get(2), inputs.get(3));
        case FLOAT64 -> Autograd.withoutGraph(() -> composition(inputs));
      };
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      Tensor dy = inputs.get(0);
      Tensor q = inputs.get(1);
      Tensor k = inputs.get(2);
      Tensor p = weights(q, k);
      Tensor dp = dy.matmul(inputs.get(3).transpose(-2, -1));
      Tensor ds = p.mul(dp.sub(dp.mul(p).sumKeeping(-1)));
      Tensor slopes = ds.maskedFill(future(q), 0).mul(scale(q));
      return Tensor.stack(
          0,
          List.of(
              slopes.matmul(k),
              slopes.transpose(-2, -1).matmul(q),
              p.transpose(-2, -1).matmul(dy)));
    }
  }

  private static Tensor weights(Tensor q, Tensor k) {
    Tensor scores = q.matmul(k.transpose(-2, -1)).mul(scale(q)); // (B, h, T, T)
    return scores.maskedFill(future(q), Double.NEGATIVE_INFINITY).softmax(-1);
  }

  private static Mask future(Tensor q) {
    return Mask.future(q.shape().length(-2), q.shape().length(-2));
  }

  private static double scale(Tensor q) {
    return 1 / Math.sqrt(q.shape().length(-1));
  }
}
